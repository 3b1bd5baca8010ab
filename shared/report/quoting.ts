// How far a card may be passed on: whoever told an experience has said so on it, in the words of its workshop's language.
// Called where a report leaves the room, by the link of a share, to a tour and its public page, and where notes are taken over.
import type { Note } from '../board/note.ts'
import { cardLine } from '../board/card.ts'
import { CONSENT, rex } from '../activities/rex/activity.ts'
import { activityTexts, LANGUAGES } from '../languages.ts'

/** `inside`: among those who hold the links, not on a public page. `no`: not beyond the room and its desk. */
export type Quoting = (typeof CONSENT)[number]

const ANSWERS: ReadonlyMap<string | undefined, Quoting> = new Map(
  LANGUAGES.flatMap((language) =>
    CONSENT.map((answer) => [activityTexts(rex, language)[`choice.${answer}`], answer] as const),
  ),
)

/** What the card says of it; a note on which nobody was asked is as public as the place where it was written. */
export function quotingOf({ fields }: { fields?: Note['fields'] | undefined }): Quoting {
  return ANSWERS.get(cardLine(fields ? { fields } : {}, 'consent')) ?? 'public'
}

/** The texts of the cards among these that are not `told` in this place. */
export function keptBack(notes: readonly Quoted[], told: (quoting: Quoting) => boolean): ReadonlySet<string> {
  const texts = notes.flatMap((note) => (told(quotingOf(note)) ? [] : [note.text.trim()]))
  return new Set(texts.filter((text) => text !== ''))
}

type Quoted = Pick<Note, 'text'> & { fields?: Note['fields'] | undefined }

/** What holds words for people to read; anything else is for machines, and lists hold both. */
const SAID = new Set(['label', 'text', 'title', 'name', 'question'])

/** Papers, results and the like with `instead` wherever one of the texts stands: the figures stay, the words do not. */
export function withhold<T>(value: T, texts: ReadonlySet<string>, instead: string): T {
  if (texts.size === 0) return value
  const told = (one: unknown, said: boolean): unknown => {
    if (typeof one === 'string') return said && texts.has(one.trim()) ? instead : one
    if (Array.isArray(one)) return one.map((item) => told(item, true))
    if (one === null || typeof one !== 'object') return one
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, told(inner, SAID.has(key))]))
  }
  return told(value, false) as T
}
