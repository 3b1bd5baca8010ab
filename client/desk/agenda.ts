// The running order as the rail shows it: what is done, what is on, what comes, and when it all ends.
// Called by Rail.svelte and AgendaItem.svelte; times in milliseconds, lengths in minutes.
import type { ActivityEntry, Programme } from '../../shared/programme.ts'
import { plannedMinutes, running } from '../../shared/session/running.ts'
import type { Snapshot } from '../../shared/wire.ts'

const MINUTE = 60_000
/** What was opened too early, and left again within so many minutes, is still to come. */
const GLANCE = 0.5
/** So near to it, the planned start counts (ms); a try-out at another hour counts from itself. */
const NEAR = 90 * MINUTE

export interface AgendaRow {
  entry: ActivityEntry
  state: 'done' | 'current' | 'next'
  planned: number
  /** Minutes spent so far, from the moment it was first opened; 0 for what has not been opened. */
  spent: number
}

export interface Ends {
  planned: number
  expected: number
  /** Whole minutes behind the plan; negative when ahead. */
  drift: number
}

/** One row for each activity of the programme; none before the desk has been told of it. */
export function agendaOf(session: Snapshot, now: number): AgendaRow[] {
  const { programme, progress = {} } = session
  if (!programme) return []
  const at = programme.activities.findIndex(({ id }) => id === session.now?.activity)
  return programme.activities.map((entry, i) => {
    const seen = progress[entry.id]
    const visit = i === at ? Math.max(0, now - Date.parse(session.now!.since)) : 0
    const spent = seen ? (seen.spent + visit) / MINUTE : 0
    const done = seen !== undefined && (i < at || session.ended === true || spent >= GLANCE)
    return {
      entry,
      state: i === at ? 'current' : done ? 'done' : 'next',
      planned: minutesOf(programme, entry.id),
      spent,
    }
  })
}

/**
 * The planned end counts from the planned start, else from the first opening, or from now before it; the expected one adds to now what is left
 * of the current activity and all that lies behind it unplayed. What was jumped over is not expected any more.
 */
export function endsOf(session: Snapshot, now: number): Ends {
  const rows = agendaOf(session, now)
  const starts = Object.values(session.progress ?? {}).map((seen) => Date.parse(seen.openedAt))
  const begun = starts.length > 0 ? Math.min(...starts) : now
  const start = startOf(session.programme?.start, begun)
  const planned = start + sum(rows.map((row) => row.planned)) * MINUTE
  const at = rows.findIndex((row) => row.state === 'current')
  const rest = rows.slice(at + 1).filter((row) => row.state === 'next')
  const current = at === -1 ? 0 : Math.max(0, rows[at]!.planned - rows[at]!.spent)
  const expected =
    Math.max(now, starts.length > 0 ? 0 : start) + (current + sum(rest.map((row) => row.planned))) * MINUTE
  return { planned, expected, drift: Math.round((expected - planned) / MINUTE) }
}

/** `18:30` of the day on which it begins, where it begins about then. */
function startOf(planned: string | undefined, begun: number): number {
  const match = /^(\d\d):(\d\d)$/.exec(planned ?? '')
  if (!match) return begun
  const start = new Date(begun).setHours(Number(match[1]), Number(match[2]), 0, 0)
  return Math.abs(start - begun) <= NEAR ? start : begun
}

/** An assembly is prepared before it begins: its roll and slips are there as soon as a resolution is planned. */
export function hasRoll({ programme }: Pick<Snapshot, 'programme'>): boolean {
  return programme?.activities.some(({ kind }) => kind === 'resolution') === true
}

function minutesOf(programme: Programme, id: string): number {
  const it = running(programme, id)
  return it ? plannedMinutes(it) : (programme.activities.find((entry) => entry.id === id)?.minutes ?? 0)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
