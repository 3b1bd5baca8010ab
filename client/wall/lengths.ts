// Size classes by length of text, so that a longer text is set smaller and never under its floor.
// Called by the header and the spotlight; figures are pixels of the 1920 x 1080 canvas.

export interface SizeStep {
  /** Longest text of this size, and its longest word, in characters. */
  upTo: number
  word: number
  size: number
}

/** The question: 58, and never under 42. */
export const QUESTION: readonly SizeStep[] = [
  { upTo: 90, word: 44, size: 58 },
  { upTo: 150, word: 52, size: 50 },
  { upTo: Infinity, word: Infinity, size: 42 },
]

/** One note in the light: 84 and up for what is said in two sentences, smaller only for the longest. */
export const SPOTLIGHT: readonly SizeStep[] = [
  { upTo: 40, word: 18, size: 132 },
  { upTo: 90, word: 22, size: 108 },
  { upTo: 170, word: 29, size: 84 },
  { upTo: 280, word: 36, size: 66 },
  { upTo: Infinity, word: Infinity, size: 50 },
]

/** The title of a lobby. */
export const TITLE: readonly SizeStep[] = [
  { upTo: 28, word: 14, size: 124 },
  { upTo: 60, word: 18, size: 96 },
  { upTo: Infinity, word: Infinity, size: 68 },
]

/** The size of a text. A long word counts too: it should stay in one piece. */
export function sizeOf(text: string, steps: readonly SizeStep[]): number {
  const longest = Math.max(0, ...text.split(/\s+/).map((word) => word.length))
  return (steps.find((step) => text.length <= step.upTo && longest <= step.word) ?? steps.at(-1)!).size
}

/** Whoever has the floor. */
export const NAME: readonly SizeStep[] = [
  { upTo: 14, word: 12, size: 168 },
  { upTo: 22, word: 16, size: 128 },
  { upTo: Infinity, word: Infinity, size: 92 },
]

/** A question being answered. */
export const ASKED: readonly SizeStep[] = [
  { upTo: 80, word: 22, size: 84 },
  { upTo: 150, word: 26, size: 66 },
  { upTo: 260, word: 34, size: 52 },
  { upTo: Infinity, word: Infinity, size: 42 },
]
