// How a dot vote is drawn on a wall: one dot for each voice as long as that can be, and how much room words have beside them.
// Called by Wall.svelte; sizes are pixels of the 1920 x 1080 canvas.
export interface DotScale {
  size: number
  gap: number
  lines: 1 | 2
}

/** Room for a row's dots, and the ways to draw them, the clearest first. */
const WIDTH = 808
/** Of the words, beside dots that take all their room and beside hardly any. */
const NARROW = 622
const WIDEST = 1080
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

/** Room for the words of a row beside these dots: few dots leave more of it. */
export function wordsWidth(most: number, scale: DotScale | null): number {
  if (!scale) return NARROW
  const dots = Math.ceil(most / scale.lines) * (scale.size + scale.gap)
  return Math.max(NARROW, Math.min(WIDEST, NARROW + WIDTH - dots - 20))
}
