// The further lines of a card: what was written beside its text. Called by note cards, reports and drawings.
import type { Note } from './note.ts'

/** Fields that tell what a note is, and not what somebody wrote on it. */
const MARKS: ReadonlySet<string> = new Set(['group', 'from', 'note', 'frame', 'draft'])

/** What the further lines of a card say, in the order they were written. */
export function cardLines({ fields = {} }: Pick<Note, 'fields'>): string[] {
  return Object.entries(fields).flatMap(([key, value]) =>
    MARKS.has(key) || String(value).trim() === '' ? [] : [String(value)],
  )
}

/** One of them, or an empty text. */
export function cardLine({ fields = {} }: Pick<Note, 'fields'>, key: string): string {
  return Object.hasOwn(fields, key) ? String(fields[key]).trim() : ''
}

/** True for what somebody of a group wrote before, on the sheet of the group: nobody else reads it until it is taken up (S70). */
export function isDraft(note: Pick<Note, 'fields'>): boolean {
  return cardLine(note, 'draft') !== ''
}
