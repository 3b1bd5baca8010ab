// Changing the programme while it is played: edits as functions of the latest version, saved with its revision.
// Called by the rail, the activity dialog and the private notes.
import { programmeSchema, type ActivityEntry, type Programme } from '../../shared/programme.ts'
import type { Snapshot } from '../../shared/wire.ts'
import { api, isProblem } from '../lib/api.ts'

export type Edit = (programme: Programme) => Programme
/** stale: somebody else changed it first; played: that part lies behind us; invalid: a field is not as it must be. */
export type Saved = 'saved' | 'stale' | 'played' | 'invalid' | 'offline' | 'failed'

/** Replaces the entry of that id, or adds it at the end. */
export function withEntry(entry: ActivityEntry): Edit {
  return (programme) => {
    const known = programme.activities.some((other) => other.id === entry.id)
    const replaced = programme.activities.map((other) => (other.id === entry.id ? entry : other))
    return { ...programme, activities: known ? replaced : [...replaced, entry] }
  }
}

export function withoutEntry(id: string): Edit {
  return (programme) => ({
    ...programme,
    activities: programme.activities.filter((entry) => entry.id !== id),
  })
}

/** Moves an entry up (-1) or down (1); at either end nothing changes. */
export function movedEntry(id: string, by: -1 | 1): Edit {
  return (programme) => {
    const activities = [...programme.activities]
    const at = activities.findIndex((entry) => entry.id === id)
    if (at === -1 || !activities[at + by]) return programme
    activities.splice(at + by, 0, ...activities.splice(at, 1))
    return { ...programme, activities }
  }
}

/** Gives all the minutes that are left to the activities still to come, each as much shorter as the others; none under two minutes. */
export function squeezed(upcoming: readonly { id: string; planned: number }[], over: number): Edit {
  const total = upcoming.reduce((sum, one) => sum + one.planned, 0)
  const share = total > 0 ? Math.max(0, total - over) / total : 1
  const minutes = new Map(
    upcoming.map(({ id, planned }) => [id, Math.min(planned, Math.max(2, Math.round(planned * share)))]),
  )
  return (programme) => ({
    ...programme,
    activities: programme.activities.map((entry) => {
      const time = minutes.get(entry.id)
      return time === undefined ? entry : { ...entry, minutes: time }
    }),
  })
}

/** An entry that was taken out, back at its place; one that is there already stays as it is. */
export function putBack(entry: ActivityEntry, at: number): Edit {
  return (programme) =>
    programme.activities.some(({ id }) => id === entry.id)
      ? programme
      : { ...programme, activities: programme.activities.toSpliced(at, 0, entry) }
}

/** These entries with the minutes they have here, and nothing else of them. */
export function withMinutes(entries: readonly ActivityEntry[]): Edit {
  const before = new Map(entries.map(({ id, minutes }) => [id, minutes]))
  return (programme) => ({
    ...programme,
    activities: programme.activities.map((entry) => {
      if (!before.has(entry.id)) return entry
      const { minutes: _, ...rest } = entry
      const minutes = before.get(entry.id)
      return minutes === undefined ? rest : { ...rest, minutes }
    }),
  })
}

/** The private notes of one activity; an empty text takes them away. */
export function withNotes(id: string, notes: string): Edit {
  return (programme) => ({
    ...programme,
    activities: programme.activities.map((entry) => {
      if (entry.id !== id) return entry
      const { notes: _before, ...rest } = entry
      return notes === '' ? rest : { ...rest, notes }
    }),
  })
}

/** Saves an edit of the programme that this snapshot carries. Never throws. */
export async function saveProgramme(session: Snapshot, token: string, edit: Edit): Promise<Saved> {
  if (!session.programme) return 'failed'
  const next = programmeSchema.safeParse(edit(session.programme))
  if (!next.success) return 'invalid'
  const answer = await api('PUT', `/api/workshops/${session.workshop.id}/programme`, {
    body: next.data,
    token,
    headers: { 'if-match': `"${session.programmeRev}"` },
  })
  if (!isProblem(answer)) return 'saved'
  if (answer.status === 412) return 'stale'
  if (answer.status === 409) return 'played'
  if (answer.status === 400 || answer.status === 422) return 'invalid'
  return answer.status === 0 ? 'offline' : 'failed'
}
