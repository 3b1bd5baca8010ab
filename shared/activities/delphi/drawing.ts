// How estimates are drawn: a sticker for each, stacked where they meet, on one scale for all rounds. Pure. Called by Strip.svelte.

export interface Sticker {
  /** From 0 to 1 along the scale. */
  x: number
  /** Storey in its pile, from 0. */
  level: number
}

/** Stickers fall into as many piles as have room side by side; the same estimates always lie the same way. */
export function pileUp(values: readonly number[], min: number, max: number, piles: number): Sticker[] {
  const heights = new Map<number, number>()
  return values.map((value) => {
    const share = max > min ? (value - min) / (max - min) : 0
    const pile = Math.min(piles - 1, Math.max(0, Math.round(share * (piles - 1))))
    const level = heights.get(pile) ?? 0
    heights.set(pile, level + 1)
    return { x: piles > 1 ? pile / (piles - 1) : 0.5, level }
  })
}

/** The highest pile, at least one. */
export function tallest(stickers: readonly Sticker[]): number {
  return Math.max(1, ...stickers.map(({ level }) => level + 1))
}

/** Round figures along a scale: five to seven of them, both ends included. */
export function ticksOf(min: number, max: number): number[] {
  const span = max - min
  if (Number.isInteger(min) && Number.isInteger(max) && span <= 10)
    return Array.from({ length: span + 1 }, (_, i) => min + i)
  const steps = [5, 4, 6, 3].find((count) => Number.isInteger(span / count)) ?? 4
  return Array.from({ length: steps + 1 }, (_, i) => Math.round((min + (span * i) / steps) * 100) / 100)
}
