// What the stops of a tour have left: read from their workshops while these exist, kept with the tour for afterwards.
// Called by the routes of tours and people, and before a workshop is erased because its time is over.
import { jsonReport } from '../../shared/report/json.ts'
import type { Outcome } from '../../shared/tour/model.ts'
import type { LiveSession } from '../live/session.ts'
import type { TourRow } from '../store/store.ts'
import type { RouteDeps } from './context.ts'
import { reportOf } from './report-source.ts'

type OutcomeDeps = Pick<RouteDeps, 'store' | 'sessions' | 'docs' | 'authors'>

/** By stop id; a stop that has not begun has none. Whoever asks never gets the bare ballots: they are for counting alone. */
export async function outcomesOf(deps: OutcomeDeps, tour: TourRow): Promise<Record<string, Outcome>> {
  const outcomes = await deps.store.tours.outcomes(tour.id)
  for (const stop of tour.stops) {
    const session = stop.workshop && (await deps.sessions.get(stop.workshop.id))
    if (!session || !hasBegun(session)) continue
    const outcome = await outcomeOf(deps, session)
    outcomes[stop.id] = outcome
    await deps.store.tours.keep(tour.id, stop.id, outcome)
  }
  return outcomes
}

/** Keeps what this workshop leaves, where it is the stop of a tour. To be called before it is erased for its age. */
export async function keepOutcome(deps: OutcomeDeps, workshop: string): Promise<void> {
  const place = await deps.store.tours.stopOf(workshop)
  const session = place && (await deps.sessions.get(workshop))
  if (session && hasBegun(session))
    await deps.store.tours.keep(place.tour, place.stop, await outcomeOf(deps, session))
}

/** What was kept of this workshop is forgotten, every byte of it, and kept anew: somebody in it has been erased. */
export async function renewOutcome(deps: OutcomeDeps, workshop: string): Promise<void> {
  if (!(await deps.store.tours.stopOf(workshop))) return
  await deps.store.tours.forget(workshop)
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
    settings: Object.fromEntries(row.programme.activities.map(({ id, settings }) => [id, settings])),
  }
}
