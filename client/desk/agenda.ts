// The running order as the rail shows it: what is done, what is on, what comes, and when it all ends.
// Called by Rail.svelte and AgendaItem.svelte; times in milliseconds, lengths in minutes.
import type { ActivityEntry, Programme } from '../../shared/programme.ts'
import { plannedMinutes, running } from '../../shared/session/running.ts'
import type { Snapshot } from '../../shared/wire.ts'

const MINUTE = 60_000

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
  return programme.activities.map((entry) => {
    const current = session.now?.activity === entry.id
    const seen = progress[entry.id]
    const visit = current ? Math.max(0, now - Date.parse(session.now!.since)) : 0
    return {
      entry,
      state: current ? 'current' : seen ? 'done' : 'next',
      planned: minutesOf(programme, entry.id),
      spent: seen ? (seen.spent + visit) / MINUTE : 0,
    }
  })
}

/**
 * The planned end counts from the first opening, or from now before it; the expected one adds to now what is left
 * of the current activity and all that lies behind it unplayed. What was jumped over is not expected any more.
 */
export function endsOf(session: Snapshot, now: number): Ends {
  const rows = agendaOf(session, now)
  const starts = Object.values(session.progress ?? {}).map((seen) => Date.parse(seen.openedAt))
  const start = starts.length > 0 ? Math.min(...starts) : now
  const planned = start + sum(rows.map((row) => row.planned)) * MINUTE
  const at = rows.findIndex((row) => row.state === 'current')
  const rest = rows.slice(at + 1).filter((row) => row.state === 'next')
  const current = at === -1 ? 0 : Math.max(0, rows[at]!.planned - rows[at]!.spent)
  const expected = now + (current + sum(rest.map((row) => row.planned))) * MINUTE
  return { planned, expected, drift: Math.round((expected - planned) / MINUTE) }
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
