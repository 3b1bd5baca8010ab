// What the stops of a tour have left: read from their workshops while these exist, kept with the tour for afterwards.
// Called by the routes of tours, and before a workshop is erased because its time is over.
import { jsonReport } from '../../shared/report/json.ts'
import type { Outcome, Stop } from '../../shared/tour/model.ts'
import type { LiveSession } from '../live/session.ts'
import type { TourRow } from '../store/store.ts'
import type { RouteDeps } from './context.ts'
import { reportOf } from './report-source.ts'

/** By stop id; a stop that has not begun has none. Whoever asks never gets the bare ballots: they are for counting alone. */
export async function outcomesOf(deps: RouteDeps, tour: TourRow): Promise<Record<string, Outcome>> {
  const outcomes = await deps.store.tours.outcomes(tour.id)
  for (const stop of tour.stops) {
    const fresh = await freshOutcome(deps, stop, outcomes[stop.id])
    if (!fresh) continue
    outcomes[stop.id] = fresh
    await deps.store.tours.keep(tour.id, stop.id, fresh)
  }
  return outcomes
}

/** Keeps what this workshop leaves, where it is the stop of a tour. To be called before it is erased for its age. */
export async function keepOutcome(deps: RouteDeps, workshop: string): Promise<void> {
  const place = await deps.store.tours.stopOf(workshop)
  const session = place && (await deps.sessions.get(workshop))
  if (session) await deps.store.tours.keep(place.tour, place.stop, await outcomeOf(deps, session))
}

async function freshOutcome(
  deps: RouteDeps,
  stop: Stop,
  known: Outcome | undefined,
): Promise<Outcome | null> {
  const session = stop.workshop && (await deps.sessions.get(stop.workshop.id))
  if (!session) return null
  const { row } = session.place
  const begun = Object.keys(row.session.played).length > 0
  // An ended workshop changes only by erasing, which is followed by a fresh look.
  if (!begun || (known?.over && known.revision === row.session.rev)) return null
  return outcomeOf(deps, session)
}

async function outcomeOf(deps: RouteDeps, session: LiveSession): Promise<Outcome> {
  const { row, people } = session.place
  const report = await reportOf(deps, session, { names: false, ballots: true, published: true })
  return {
    ...jsonReport(report),
    people: [...people.values()].filter(({ role }) => role === 'participant').length,
    over: row.session.ended !== null,
    settings: Object.fromEntries(row.programme.activities.map(({ id, settings }) => [id, settings])),
  }
}
