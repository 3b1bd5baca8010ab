// The further lines of a card: what was written beside its text. Called by note cards, reports and drawings.
import type { Note } from './note.ts'

/** Fields that tell what a note is, and not what somebody wrote on it. */
const MARKS: ReadonlySet<string> = new Set(['group', 'from', 'note', 'frame', 'draft'])

/** A line that a card asks for, and what it is called; one that is chosen among words says by itself what it is. */
interface Asked {
  key: string
  label: string
  type?: 'text' | 'month' | 'choice'
}

/** One of the further lines of a card; `label` is empty where nothing needs to be said before it. */
export interface CardLine {
  label: string
  text: string
}

/** What the further lines of a card say, as the card asks for them, then the others in the order they were written. */
export function cardLines({ fields = {} }: Pick<Note, 'fields'>, asked: readonly Asked[] = []): CardLine[] {
  const place = (key: string) => asked.findIndex((field) => field.key === key) + 1 || asked.length + 1
  return Object.entries(fields)
    .filter(([key, value]) => !MARKS.has(key) && String(value).trim() !== '')
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([key, value]) => {
      const field = asked.find((one) => one.key === key)
      return { label: field && field.type !== 'choice' ? field.label : '', text: String(value) }
    })
}

/** One of them, or an empty text. */
export function cardLine({ fields = {} }: Pick<Note, 'fields'>, key: string): string {
  return Object.hasOwn(fields, key) ? String(fields[key]).trim() : ''
}

/** True for what somebody of a group wrote before, on the sheet of the group: nobody else reads it until it is taken up (S70). */
export function isDraft(note: Pick<Note, 'fields'>): boolean {
  return cardLine(note, 'draft') !== ''
}
