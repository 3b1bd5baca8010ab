// Names as they may stand in the middle of a line: no mark in them turns the text around them. Called where names are parsed.
import { fewMarks } from './marks.ts'

/** Controls of direction (embeddings, overrides, isolates, marks: Unicode UAX 9) and of terminals. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** The name in composed form, without controls, piles of marks and space around it. */
export function plainName(name: string): string {
  return fewMarks(name.normalize('NFC').replace(CONTROLS, '')).trim()
}
