// What the stops of a tour have left: read from their workshops while these exist, kept with the tour for afterwards.
// Called by the routes of tours and people, and before a workshop is erased because its time is over.
import { jsonReport } from '../../shared/report/json.ts'
import type { Outcome } from '../../shared/tour/model.ts'
import type { LiveSession } from '../live/session.ts'
import type { RouteDeps } from './context.ts'
import { reportOf } from './report-source.ts'

export type OutcomeDeps = Pick<RouteDeps, 'store' | 'sessions' | 'docs' | 'authors' | 'changes'>

/** Which state of a workshop an outcome tells of: while it stays the same, so does the outcome. Null before it has begun. */
export function stateOf({ changes }: Pick<OutcomeDeps, 'changes'>, session: LiveSession): string | null {
  if (!hasBegun(session)) return null
  const { id, row, people } = session.place
  return [row.session.rev, row.programmeRev, people.size, changes.of(id)].join('.')
}

/** What a stop has left so far, kept with its tour too. The bare ballots in it are for counting alone. */
export async function outcomeNow(
  deps: OutcomeDeps,
  tour: string,
  stop: string,
  session: LiveSession,
): Promise<Outcome> {
  const outcome = await outcomeOf(deps, session)
  await deps.store.tours.keep(tour, stop, outcome)
  return outcome
}

/** Keeps what this workshop leaves, where it is the stop of a tour. To be called before it is erased for its age. */
export async function keepOutcome(deps: OutcomeDeps, workshop: string): Promise<void> {
  const place = await deps.store.tours.stopOf(workshop)
  const session = place && (await deps.sessions.get(workshop))
  if (!session || !hasBegun(session)) return
  await outcomeNow(deps, place.tour, place.stop, session)
  deps.changes.touch(place.tour)
}

/** What was kept of this workshop is forgotten, every byte of it, and kept anew: somebody in it has been erased. */
export async function renewOutcome(deps: OutcomeDeps, workshop: string): Promise<void> {
  const place = await deps.store.tours.stopOf(workshop)
  if (!place) return
  await deps.store.tours.forget(workshop)
  deps.changes.touch(place.tour)
  deps.changes.touch(workshop)
  await keepOutcome(deps, workshop)
}

function hasBegun({ place }: LiveSession): boolean {
  return Object.keys(place.row.session.played).length > 0
}

async function outcomeOf(deps: OutcomeDeps, session: LiveSession): Promise<Outcome> {
  const { row, people } = session.place
  const report = await reportOf(deps, session, { names: false, ballots: true, published: true })
  return {
    ...jsonReport(report),
    people: [...people.values()].filter(({ role }) => role === 'participant').length,
    over: row.session.ended !== null,
  }
}
