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
