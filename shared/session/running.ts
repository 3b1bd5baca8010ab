// From a programme to what the machine and the faces need: settings, steps with their minutes, layout, source of notes.
// Called by server/live and by report makers.
import type { AnyActivity, Carried, Layout, Step } from '../activities/activity.ts'
import { activityOf } from '../activities/index.ts'
import type { Translate } from '../i18n/translate.ts'
import { entryOf, type ActivityEntry, type Programme } from '../programme.ts'
import type { Assembly, Paper } from '../voting.ts'

export interface Running {
  entry: ActivityEntry
  activity: AnyActivity
  settings: unknown
  steps: Step[]
}

/** Everything known of one activity of a programme, or null where the programme or this version has none. */
export function running(programme: Programme, id: string): Running | null {
  const entry = entryOf(programme, id)
  const activity = entry && activityOf(entry.kind)
  if (!entry || !activity) return null
  const settings = activity.settings.parse(entry.settings)
  return { entry, activity, settings, steps: fitMinutes(activity.steps(settings), entry.minutes) }
}

/** Gives each activity of one programme, worked out once. */
export function rememberRunning(programme: Programme): (id: string) => Running | null {
  const known = new Map<string, Running | null>()
  return (id) => {
    if (!known.has(id)) known.set(id, running(programme, id))
    return known.get(id)!
  }
}

/** Stretches the steps' own minutes so that they add up to the minutes of the programme; to the half minute. */
function fitMinutes(steps: Step[], minutes: number | undefined): Step[] {
  const own = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
  if (minutes === undefined || own === 0) return steps
  return steps.map((step) =>
    step.minutes
      ? { ...step, minutes: Math.max(0.5, Math.round((step.minutes * minutes * 2) / own) / 2) }
      : step,
  )
}

/** Minutes planned for an activity: those of the programme, else the sum of its steps. */
export function plannedMinutes(it: Running): number {
  return it.entry.minutes ?? it.steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
}

const NO_LAYOUT: Layout = { kind: 'groups', zones: [] }

/** How the board of an activity is laid out. */
export function layoutOf(it: Running, t: Translate): Layout {
  return it.activity.layout?.(it.settings, t) ?? NO_LAYOUT
}

/** True where people write notes in some step: a poll of this activity is then about its own notes. */
export function collects({ steps }: Running): boolean {
  return steps.some((step) => step.pads !== 'off')
}

/**
 * The activities from which something is carried into this one: those its settings name (`from` for notes: one id, or
 * several), else the nearest earlier one for which `hasSome` holds. None where there is none.
 */
export function sourcesOf(
  programme: Programme,
  id: string,
  hasSome: (activity: string) => boolean,
  setting = 'from',
): string[] {
  const index = programme.activities.findIndex((entry) => entry.id === id)
  const named = [programme.activities[index]?.settings[setting] ?? []].flat().filter((one) => one !== id)
  if (named.length > 0)
    return programme.activities.map((entry) => entry.id).filter((one) => named.includes(one))
  const nearest = programme.activities
    .slice(0, Math.max(0, index))
    .reverse()
    .find((entry) => hasSome(entry.id))
  return nearest ? [nearest.id] : []
}

/** The paper of an activity on what was carried into it, its own words said by `t`; an activity without a poll has none. */
export function paperOf(it: Running, carried: Carried, t: Translate, assembly?: Assembly): Paper {
  if (!it.activity.poll) throw new Error(`${it.entry.kind} has no poll`)
  return it.activity.poll.paper(carried.notes, it.settings, t, assembly, carried)
}
