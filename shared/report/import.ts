// What may be brought back: a report that was exported as JSON, a programme, or notes as a table. Called by server/http/import.ts.
// Everything is checked here, so that nothing of a foreign file reaches the store unread.
import type * as z from 'zod'
import { generateNKeysBetween } from 'fractional-indexing'
import type { Note } from '../board/note.ts'
import { isLasting } from '../ids.ts'
import { ballotTypeOf } from '../activities/activity.ts'
import { programmeSchema, type Programme } from '../programme.ts'
import { running } from '../session/running.ts'
import { newSession, type Round, type Session } from '../session/state.ts'
import type { Paper } from '../voting.ts'
import type { Language } from '../wire.ts'
import { makeReport } from './report.ts'
import { reportSchema, type GivenActivity, type GivenReport } from './report-schema.ts'

/** A workshop to be made: its programme, and what had been gathered. */
export interface Imported {
  title: string
  language: Language
  place?: string
  date?: string
  programme: Programme
  session: Session
  /** Notes of each board, in their order. */
  notes: Record<string, Note[]>
  summary?: string
}

/** What is wrong, and where in the value. */
export interface Fault {
  fault: string
  path: (string | number)[]
}

/** A parsed JSON value as a workshop; `now` in milliseconds stands for a beginning that the file does not tell. */
export function readImport(value: unknown, now: number): Imported | Fault {
  const given = typeof value === 'object' && value !== null ? value : {}
  if (!('workshop' in given)) return fromProgramme(value)
  const parsed = reportSchema.safeParse(value)
  return parsed.success ? fromReport(parsed.data, now) : faultOf(parsed.error)
}

/** A programme alone: a workshop in which nothing has been played. */
function fromProgramme(value: unknown): Imported | Fault {
  const parsed = programmeSchema.safeParse(value)
  if (!parsed.success) return faultOf(parsed.error)
  const { title } = parsed.data
  if (title === '') return { fault: 'a title is needed', path: ['title'] }
  return { title, language: 'fr', programme: parsed.data, session: newSession(), notes: {} }
}

/** A report that has the right form, as a workshop; a fault where it does not hold together. */
export function fromReport(
  { workshop, activities, startedAt, summary }: GivenReport,
  now: number,
): Imported | Fault {
  const entries = activities
    .filter((one) => !isLasting(one.id))
    .map(({ id, kind, title, question, minutes, settings }) => ({
      ...{ id, kind, title, settings },
      ...(question ? { question } : {}),
      ...(minutes === undefined ? {} : { minutes }),
    }))
  const plan = programmeSchema.safeParse({ v: 1, title: workshop.title, activities: entries })
  if (!plan.success) return faultOf(plan.error)
  const openedAt = startedAt === undefined ? now : Date.parse(startedAt)
  const session: Session = { ...newSession(), rev: 1 }
  const notes: Imported['notes'] = {}
  for (const [i, given] of activities.entries()) {
    const fault = isLasting(given.id) ? null : restore(given, plan.data, session, openedAt)
    if (fault) return { fault, path: ['activities', i] }
    const board = ordered(given.notes)
    if (!board) return { fault: 'note ids must be unique', path: ['activities', i, 'notes'] }
    notes[given.id] = board
  }
  const { title, language, place, date } = workshop
  const made: Imported = {
    ...{ title, language, programme: plan.data, session, notes },
    ...(place ? { place } : {}),
    ...(date ? { date } : {}),
    ...(summary ? { summary } : {}),
  }
  return reads(made, now) ?? made
}

/** Writes one activity into the session as played to its end; says what is wrong where it cannot be. */
function restore(
  given: GivenActivity,
  programme: Programme,
  session: Session,
  openedAt: number,
): string | null {
  const it = safely(() => running(programme, given.id))
  if (!it) return `no exercise of the kind "${given.kind}" with these settings`
  session.played[given.id] = { openedAt, spent: 0, step: Math.max(0, it.steps.length - 1) }
  if (!given.paper) return null
  const { poll } = it.activity
  if (!poll) return `"${given.kind}" has no vote`
  const { participation, result, fingerprint, lots } = given
  const round: Round = {
    id: `r.${given.id}`,
    activity: given.id,
    type: ballotTypeOf(poll, given.paper as Paper),
    secrecy: poll.secrecy(it.settings),
    state: 'closed',
    paper: given.paper as Paper,
    published: true,
    ...(result === undefined ? {} : { result }),
    ...(participation ? { voted: participation.voted, of: participation.of } : {}),
    ...(participation?.byHand ? { byHand: participation.byHand } : {}),
    ...(participation?.sources ? { sources: participation.sources } : {}),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(lots ? { lots } : {}),
  }
  session.rounds[given.id] = [round]
  return null
}

/** Notes in the order of the file; null where two have the same id. */
function ordered(given: GivenActivity['notes']): Note[] | null {
  if (new Set(given.map((one) => one.id)).size < given.length) return null
  const keys = generateNKeysBetween(null, null, given.length)
  return given.map(({ under, fields, links, at, ...one }, i) => ({
    ...one,
    at: at ?? [0.5, 0.5],
    order: keys[i]!,
    ...(under === undefined ? {} : { under }),
    ...(fields ? { fields } : {}),
    ...(links ? { links } : {}),
  }))
}

/** A result may have any shape: whoever cannot write its report is refused. */
function reads({ title, language, programme, session, notes }: Imported, now: number): Fault | null {
  const workshop = { id: 'import', code: '', title, language, createdAt: now }
  const entry = programme.activities.findIndex(
    ({ id }) =>
      !safely(() => {
        const played = { [id]: session.played[id]! }
        return makeReport({
          workshop,
          programme,
          session: { ...session, played },
          notes,
          people: { seats: 0 },
          language,
        })
      }),
  )
  return entry === -1
    ? null
    : { fault: 'this result is not one of its exercise', path: ['activities', entry, 'result'] }
}

function safely<T>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null
  }
}

export function isFault(value: Imported | Fault): value is Fault {
  return 'fault' in value
}

function faultOf(error: z.ZodError): Fault {
  const issue = error.issues[0]
  return { fault: issue?.message ?? 'not well formed', path: (issue?.path ?? []) as (string | number)[] }
}
