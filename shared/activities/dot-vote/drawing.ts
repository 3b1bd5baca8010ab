// How a dot vote is drawn on a wall: one dot for each voice as long as that can be, and which rows have room.
// Called by Wall.svelte; sizes are pixels of the 1920 x 1080 canvas.
import type { DotRow } from './ranking.ts'

export interface DotScale {
  size: number
  gap: number
  lines: 1 | 2
}

/** Room for a row's dots, and the ways to draw them, the clearest first. */
const WIDTH = 808
const SCALES: readonly DotScale[] = [
  { size: 33, gap: 5, lines: 1 },
  { size: 26, gap: 5, lines: 1 },
  { size: 30, gap: 5, lines: 2 },
  { size: 22, gap: 4, lines: 2 },
]

/** One scale for all rows, so that lengths compare; null where the largest row needs a bar. */
export function dotScale(most: number): DotScale | null {
  return SCALES.find(({ size, gap, lines }) => Math.ceil(most / lines) * (size + gap) - gap <= WIDTH) ?? null
}

export interface Drawn {
  kept: DotRow[]
  /** Kept rows that have no room. */
  keptRest: number
  out: DotRow[]
  outRest: number
}

/** At most `most` full rows, from the top; what is left over on each side of the line is a number. */
export function drawn(rows: readonly DotRow[], most: number): Drawn {
  const full = rows.slice(0, most)
  const kept = full.filter((row) => row.kept)
  const out = full.filter((row) => !row.kept)
  const allKept = rows.filter((row) => row.kept).length
  return {
    kept,
    keptRest: allKept - kept.length,
    out,
    outRest: rows.length - allKept - out.length,
  }
}
