// A programme as a JSON file, in and out, and what a gallery says of it.
// Called by the plan page, and by the home page once somebody opens a file.
import { activityOf } from '../../shared/activities/index.ts'
import { useOf, usualMinutes } from '../../shared/activities/uses.ts'
import { programmeSchema, type Programme } from '../../shared/programme.ts'
import { fileName, saveFile } from '../lib/save-file.ts'
import type { Facts } from './own-templates.ts'

export type Unread = 'not-json' | 'not-programme' | 'unknown-kind'

/** The programme of a file, or why it is none. A report or a template that holds a programme is read as well. */
export function readProgramme(text: string): Programme | Unread {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return 'not-json'
  }
  const inner = (found as { programme?: unknown } | null)?.programme
  const parsed = programmeSchema.safeParse(inner ?? found)
  if (!parsed.success) return 'not-programme'
  const { activities } = parsed.data
  const fits = activities.every(
    ({ kind, settings }) => activityOf(kind)?.settings.safeParse(settings).success,
  )
  return fits ? parsed.data : 'unknown-kind'
}

/** Gives the programme to the browser as a file. */
export function saveProgrammeFile(programme: Programme): void {
  const blob = new Blob([JSON.stringify(programme, null, 2)], { type: 'application/json' })
  saveFile(blob, `${fileName(programme.title, 'programme')}.json`)
}

/** What the gallery says of a programme: its planned minutes, and the group sizes that every exercise of it suits. */
export function factsOf({ activities }: Programme): Facts {
  const known = activities.flatMap((entry) => {
    const activity = activityOf(entry.kind)
    return activity ? [{ ...entry, activity, people: useOf(activity).people }] : []
  })
  const minutes = known.reduce(
    (sum, { activity, minutes, settings }) => sum + (minutes ?? usualMinutes(activity, settings)),
    0,
  )
  const from = Math.max(2, ...known.map(({ people }) => people.from))
  return {
    minutes,
    people: { from, to: Math.max(from, Math.min(300, ...known.map(({ people }) => people.to))) },
  }
}
