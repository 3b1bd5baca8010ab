// A programme as a JSON file, in and out; own templates kept on this device. Called by the plan page and the gallery of the home page.
import { activityOf } from '../../shared/activities/index.ts'
import { usualMinutes } from '../../shared/activities/uses.ts'
import { programmeSchema, type Programme } from '../../shared/programme.ts'
import { keep, kept } from '../lib/keep.ts'
import { newId } from '../lib/id.ts'
import { fileName, saveFile } from '../lib/save-file.ts'

/** A template of one's own, on this device only. `at` is the ISO time it was kept. */
export interface OwnTemplate {
  id: string
  at: string
  programme: Programme
}

export type Unread = 'not-json' | 'not-programme' | 'unknown-kind'

const KEY = 'templates/own'
const MOST = 100

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

/** Templates kept on this device, the latest first. */
export function ownTemplates(): OwnTemplate[] {
  const found = kept<OwnTemplate[]>(KEY)
  return Array.isArray(found)
    ? found.filter(({ programme }) => programmeSchema.safeParse(programme).success)
    : []
}

/** Keeps a programme as a template on this device; one of the same title gives way. */
export function keepTemplate(programme: Programme, at: string): void {
  const others = ownTemplates().filter((one) => one.programme.title !== programme.title)
  keep(KEY, [{ id: `own-${newId()}`, at, programme }, ...others].slice(0, MOST))
}

export function forgetTemplate(id: string): void {
  keep(
    KEY,
    ownTemplates().filter((one) => one.id !== id),
  )
}

/** Planned minutes of a whole programme. */
export function minutesOf({ activities }: Programme): number {
  return activities.reduce((sum, { kind, minutes, settings }) => {
    const activity = activityOf(kind)
    return sum + (minutes ?? (activity ? usualMinutes(activity, settings) : 0))
  }, 0)
}
