// Where dated notes lie on the road map: by their month from left to right, in as many rows as keep them apart.
// Called by RoadMap.svelte. Places in parts of the drawing; deterministic.
import type { Dated } from './dates.ts'

export interface Road {
  cards: { dated: Dated; x: number; y: number; /** Where it hangs from the line. */ stem: number }[]
  /** Years, or months where all lie within one. */
  ticks: { label: string; x: number }[]
  /** Notes for which there was no room. */
  left: number
}

/** Part of the width that the line of time takes. */
const LENGTH = 0.83
const CARD = { width: 344, height: 148 }
const TOP = 96

/** `width` and `height` are pixels of the canvas. */
export function layRoad(dated: readonly Dated[], width: number, height: number): Road {
  const [first, last] = [dated[0]?.at ?? 0, dated.at(-1)?.at ?? 0]
  const span = Math.max(1, last - first)
  const line = LENGTH * width - CARD.width
  const rows: number[] = []
  const most = Math.max(1, Math.floor((height - TOP) / CARD.height))
  const cards: Road['cards'] = []
  for (const one of dated) {
    const stem = ((one.at - first) / span) * line
    const free = rows.findIndex((end) => end <= stem)
    const row = free === -1 ? rows.length : free
    if (row >= most) continue
    rows[row] = stem + CARD.width
    cards.push({
      dated: one,
      x: stem / width,
      y: (TOP + row * CARD.height) / height,
      stem: (stem + 8) / width,
    })
  }
  return { cards, ticks: ticksOf(first, last, line, width), left: dated.length - cards.length }
}

function ticksOf(first: number, last: number, line: number, width: number): Road['ticks'] {
  const span = Math.max(1, last - first)
  const years = [...new Set([first, last].map((at) => Math.floor(at / 12)))]
  const all = Array.from({ length: (years.at(-1) ?? 0) - (years[0] ?? 0) + 1 }, (_, i) => years[0]! + i)
  const every = Math.ceil(all.length / 8)
  return all
    .filter((_, i) => i % every === 0)
    .map((year) => ({ label: String(year), x: (Math.max(0, (year * 12 - first) / span) * line) / width }))
}
