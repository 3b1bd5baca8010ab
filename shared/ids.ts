// Identifiers and document names: strings outside, checked here once.
// Called by everybody who names a document, a note or a workshop.

/** Letters of a join code: no vowels, no look-alikes (contract, section 5). */
export const CODE_LETTERS = 'BCDFGHJKMNPQRSTVWXZ23456789'
export const CODE_LENGTH = 6

/** An id inside a document or a programme: short, plain ASCII, never a name an object is born with. */
const ID = /^[A-Za-z0-9_-]{1,64}$/
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** True for a note, option, activity or writer id that may enter the house. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value) && !FORBIDDEN.has(value)
}

/** True for the seat of somebody in the room, not of a desk, a helper or a wall. */
export function isPersonSeat(seat: string): boolean {
  return /^s\d+$/.test(seat)
}

/** Boards that belong to the workshop and not to one activity: they last from the beginning to the end. */
const LASTING: ReadonlySet<string> = new Set(['parking', 'decisions'])

/** True for the name of a lasting board; no activity of a programme may be called so. */
export function isLasting(activity: string): boolean {
  return LASTING.has(activity)
}

/** `grv-kmt`, `GRV KMT` and `grvkmt` are the same code; anything that cannot be one gives null. */
export function parseCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\-–—.]/g, '')
  if (code.length !== CODE_LENGTH) return null
  return [...code].every((letter) => CODE_LETTERS.includes(letter)) ? code : null
}

/** `GRVKMT` as people read it aloud: `GRV KMT`. */
export function showCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

/** What a document name says. `group` is a parallel group of the activity. */
export type DocRef =
  | { sort: 'board'; activity: string; group?: string }
  | { sort: 'pad'; activity: string; writer: string }
  | { sort: 'plan' }

/** `board.a1`, `board.a1.g2`, `pad.a1.s7`, `plan`; null for every other string. */
export function parseDocName(name: string): DocRef | null {
  if (name === 'plan') return { sort: 'plan' }
  const [sort, activity, last, ...rest] = name.split('.')
  if (rest.length > 0 || !isId(activity)) return null
  if (sort === 'board' && last === undefined) return { sort, activity }
  if (sort === 'board' && isId(last)) return { sort, activity, group: last }
  if (sort === 'pad' && isId(last)) return { sort, activity, writer: last }
  return null
}

/** The board of an activity, or of one of its parallel groups. */
export function boardName(activity: string, group?: string): string {
  return group === undefined ? `board.${activity}` : `board.${activity}.${group}`
}

/** The sheet of one writer (a seat or a table) in one activity. */
export function padName(activity: string, writer: string): string {
  return `pad.${activity}.${writer}`
}
