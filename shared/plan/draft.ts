// The plan as it is being written: the document read as plain values, and the programme that it makes.
// Called by server/live/plan.ts, which keeps the programme of a workshop by it, and by the plan page.
import * as Y from 'yjs'
import { activityOf } from '../activities/index.ts'
import { isId, isLasting } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { entryOf, PRIVATE_PARTS, programmeSchema, type ActivityEntry, type Programme } from '../programme.ts'

/** An activity as it stands in the document; nothing of it has been checked. */
export interface DraftEntry {
  id: string
  kind: string
  title: string
  question: string
  say: string
  notes: string
  material: string
  minutes?: number
  settings: Record<string, unknown>
  /** Fractional key: activities sort by it, then by id. */
  order: string
}

export interface Draft {
  title: string
  /** Time of day as `18:30`, or empty. */
  start: string
  activities: DraftEntry[]
}

export const TEXTS = ['title', 'question', ...PRIVATE_PARTS] as const
export type TextPart = (typeof TEXTS)[number]

/** The root map of the document `plan`. */
export function planOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('plan')
}

/** The activities of the document: id -> activity; null before it has been begun. */
export function activitiesOf(doc: Y.Doc): Y.Map<unknown> | null {
  const found = planOf(doc).get('activities')
  return found instanceof Y.Map ? found : null
}

/** True once a programme has been written into it. */
export function isBegun(doc: Y.Doc): boolean {
  return activitiesOf(doc) !== null
}

/** What the document says, sorted; foreign shapes are left out. Never throws. */
export function readDraft(doc: Y.Doc): Draft {
  const entries = [...(activitiesOf(doc)?.entries() ?? [])]
  const activities = entries.flatMap(([id, value]) => readEntry(id, value) ?? [])
  const plan = planOf(doc)
  return {
    title: textOf(plan.get('title')),
    start: textOf(plan.get('start')),
    activities: sorted(activities),
  }
}

function readEntry(id: string, value: unknown): DraftEntry | null {
  if (!isId(id) || isLasting(id) || !(value instanceof Y.Map)) return null
  const kind = textOf(value.get('kind'))
  const minutes = value.get('minutes')
  const settings = value.get('settings')
  const [title, question, say, notes, material] = TEXTS.map((part) => textOf(value.get(part)))
  return {
    id,
    kind,
    title: title!,
    question: question!,
    say: say!,
    notes: notes!,
    material: material!,
    ...(typeof minutes === 'number' ? { minutes } : {}),
    settings: settings instanceof Y.Map ? (settings.toJSON() as Record<string, unknown>) : {},
    order: textOf(value.get('order')),
  }
}

/**
 * The programme that a draft makes. It is always a valid one: a part that is not as it must be (an empty title, a setting
 * beyond its bounds) is as it was `before`, so that half-typed words never reach a room.
 */
export function settle(draft: Draft, before: Programme): Programme {
  const known = draft.activities.filter(({ kind }) => activityOf(kind)).slice(0, LIMITS.activities)
  const start = programmeSchema.shape.start.safeParse(draft.start)
  return programmeSchema.parse({
    v: 1,
    title: draft.title.trim().slice(0, LIMITS.title),
    activities: known.map((entry) => settleEntry(entry, entryOf(before, entry.id))),
    ...(start.success && start.data ? { start: start.data } : {}),
  })
}

function settleEntry(draft: DraftEntry, before: ActivityEntry | undefined): ActivityEntry {
  const { id, kind, minutes, settings } = draft
  const title = draft.title.trim().slice(0, LIMITS.title) || before?.title || kind
  const entry: ActivityEntry = { id, kind, title, settings: {} }
  const question = draft.question.trim().slice(0, LIMITS.question)
  if (question) entry.question = question
  const time = isMinutes(minutes) || minutes === undefined ? minutes : before?.minutes
  if (time !== undefined) entry.minutes = time
  if (settingsFit(kind, settings)) entry.settings = settings
  else if (before?.kind === kind) entry.settings = before.settings
  for (const part of PRIVATE_PARTS) {
    const text = draft[part].slice(0, LIMITS.privateNotes)
    if (text) entry[part] = text
  }
  return entry
}

/** True where the activity of that kind takes these settings. */
export function settingsFit(kind: string, settings: Record<string, unknown>): boolean {
  return activityOf(kind)?.settings.safeParse(settings).success === true
}

function isMinutes(minutes: number | undefined): boolean {
  return minutes !== undefined && minutes >= 0 && minutes <= 1440
}

function textOf(value: unknown): string {
  if (value instanceof Y.Text) return value.toString()
  return typeof value === 'string' ? value : ''
}

function sorted(entries: DraftEntry[]): DraftEntry[] {
  return entries.sort((a, b) => {
    if (a.order !== b.order) return a.order < b.order ? -1 : 1
    return a.id < b.id ? -1 : 1
  })
}
