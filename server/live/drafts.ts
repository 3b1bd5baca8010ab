// What people wrote in the step before lies on the sheet of their group, for them alone until somebody takes it up (S70).
// Called by effects.ts when groups are formed, and by erasing.ts when one of the people leaves.
import { createHash } from 'node:crypto'
import type * as Y from 'yjs'
import type { Step } from '../../shared/activities/activity.ts'
import { isDraft } from '../../shared/board/card.ts'
import { addNote, notesOf, readNotes, wasRemoved, type Note, type NoteSeed } from '../../shared/board/note.ts'
import { padName } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { Group } from '../../shared/session/groups.ts'
import { takenIn } from '../../shared/session/merging.ts'
import type { Session } from '../../shared/session/state.ts'
import type { Place } from './place.ts'
import type { DocsPort } from './ports.ts'

interface DraftDeps {
  docs: Pick<DocsPort, 'notes' | 'edit'>
  place: Place
}

/** Characters of the id of a draft. */
const ID_LENGTH = 22

/** Repeating it changes nothing: a draft that was taken up or away stays so. */
export async function takeUp(
  { activity, step: id }: { activity: string; step: string },
  session: Session,
  { docs, place }: DraftDeps,
): Promise<void> {
  const steps = place.running(activity)?.steps ?? []
  const index = steps.findIndex((step) => step.id === id)
  const [before, step] = [steps[index - 1], steps[index]]
  const groups = session.groups?.[activity]?.[step?.groups?.set ?? ''] ?? []
  const [from, to] = [zoneOf(before), zoneOf(step)]
  if (from === undefined || to === undefined) return
  const begin = async (group: Group) => {
    const writers = writersBefore(session, activity, before, group)
    const sheets = await Promise.all(
      writers.map(async (writer) => {
        const notes = await docs.notes(place.id, padName(activity, writer))
        return notes
          .filter((note) => note.under === from && !isDraft(note))
          .map((note) => draftOf(note, writer, to))
      }),
    )
    const drafts = sheets.flat()
    const name = padName(activity, group.id)
    const known = await docs.notes(place.id, name)
    if (drafts.length > 0 || known.some(isDraft))
      await docs.edit(place.id, name, (pad) => lay(pad, drafts, to))
  }
  await Promise.all(groups.map(begin))
}

/** Drafts of these writers that nobody took up leave the sheet. */
export function dropDrafts(pad: Y.Doc, writers: readonly string[]): void {
  for (const note of readNotes(pad))
    if (writers.includes(String(note.fields?.['draft'] ?? ''))) notesOf(pad).delete(note.id)
}

function zoneOf(step: Step | undefined): string | undefined {
  return step?.asks?.zones?.[0]
}

/** Whoever wrote in the step before and sits in this group now: people, or the groups that they come from. */
function writersBefore(
  session: Session,
  activity: string,
  before: Step | undefined,
  { seats }: Group,
): string[] {
  const set = before?.writers === undefined ? undefined : before.groups?.set
  if (set === undefined) return seats.flatMap((seat) => [seat, ...takenIn(session, seat)])
  const groups = session.groups?.[activity]?.[set] ?? []
  return groups.filter((group) => group.seats.some((seat) => seats.includes(seat))).map(({ id }) => id)
}

function draftOf({ id, text, tone, order, fields }: Note, writer: string, under: string): NoteSeed {
  const hash = createHash('sha256').update(`${under}\n${writer}\n${id}`).digest('base64url')
  return { id: hash.slice(0, ID_LENGTH), text, tone, order, under, fields: { ...fields, draft: writer } }
}

/** Only drafts come and go: what the group took up or wrote is its own. */
function lay(pad: Y.Doc, drafts: readonly NoteSeed[], under: string): void {
  const wanted = new Set(drafts.map(({ id }) => id))
  for (const note of readNotes(pad))
    if (isDraft(note) && note.under === under && !wanted.has(note.id)) notesOf(pad).delete(note.id)
  for (const draft of drafts) {
    const room = notesOf(pad).size < LIMITS.notesPerPad
    if (room && !notesOf(pad).has(draft.id) && !wasRemoved(pad, draft.id)) addNote(pad, draft)
  }
}
