// Syntheses of tours, worked out once for each state of their stops however many people read them. Called by the routes of tours.
import type { Outcome } from '../../shared/tour/model.ts'
import { synthesize, type Synthesis } from '../../shared/tour/synthesis.ts'
import type { LiveSession } from '../live/session.ts'
import type { TourRow } from '../store/store.ts'
import type { RouteDeps } from './context.ts'
import { outcomeNow, stateOf, type OutcomeDeps } from './tour-outcomes.ts'

/** What the stops have left, by stop id, and what it makes together. */
export interface Told {
  outcomes: Record<string, Outcome>
  synthesis: Synthesis
}

/** Tours that are kept in memory. */
const KEPT = 50
/** Milliseconds for which readers of the public link are given what is there without another look. */
const LOOK = 5000
/** Milliseconds after which everything is read again, whatever the counters say. */
const OLDEST = 60_000

interface Known {
  key: string
  rev: number
  made: number
  looked: number
  /** Outcomes of stops whose workshops are there, by stop, each with the state it tells of. */
  live: ReadonlyMap<string, { state: string; outcome: Outcome }>
  told: Promise<Told>
}

export interface Syntheses {
  /** `patient` readers take what is a few seconds old. Whoever asks at the same moment is given the same answer. */
  of(row: TourRow, patient: boolean): Promise<Told>
  /** Lets go of a tour that is gone. */
  drop(tour: string): void
}

type Deps = OutcomeDeps & Pick<RouteDeps, 'clock' | 'keptElsewhere'>

export function createSyntheses(deps: Deps): Syntheses {
  const known = new Map<string, Known>()
  const { clock, changes } = deps

  async function begun(row: TourRow) {
    const found: { stop: string; session: LiveSession; state: string }[] = []
    for (const { id: stop, workshop } of row.stops) {
      if (workshop && (await deps.keptElsewhere(workshop.id))) {
        // Whether that is news is not known here: it counts as such.
        changes.touch(row.id)
        continue
      }
      const session = workshop && (await deps.sessions.get(workshop.id))
      const state = session ? stateOf(deps, session) : null
      if (session && state !== null) found.push({ stop, session, state })
    }
    return found
  }

  async function work(row: TourRow, stops: Awaited<ReturnType<typeof begun>>, live: Map<string, Part>) {
    const outcomes = await deps.store.tours.outcomes(row.id)
    for (const { stop, session, state } of stops) {
      const outcome = live.get(stop)?.outcome ?? (await outcomeNow(deps, row.id, stop, session))
      live.set(stop, { state, outcome })
      outcomes[stop] = outcome
    }
    return { outcomes, synthesis: synthesize(row.plan, row.stops, outcomes) }
  }

  async function tell(row: TourRow, patient: boolean): Promise<Told> {
    const now = clock.now()
    const before = known.get(row.id)
    if (patient && before?.rev === row.rev && now - before.looked < LOOK) return before.told
    const stops = await begun(row)
    const key = [changes.of(row.id), ...stops.map(({ stop, state }) => `${stop}:${state}`)].join(' ')
    const last = known.get(row.id)
    const young = last !== undefined && now - last.made < OLDEST
    if (young && last.key === key && last.rev === row.rev) {
      last.looked = now
      return last.told
    }
    const live = new Map(
      stops.flatMap(({ stop, state }) => {
        const part = young ? last.live.get(stop) : undefined
        return part?.state === state ? [[stop, part] as const] : []
      }),
    )
    const told = work(row, stops, live)
    known.delete(row.id)
    known.set(row.id, { key, rev: row.rev, made: young ? last.made : now, looked: now, live, told })
    if (known.size > KEPT) known.delete(known.keys().next().value!)
    told.catch(() => known.delete(row.id))
    return told
  }

  return { of: tell, drop: (tour) => void known.delete(tour) }
}

type Part = { state: string; outcome: Outcome }
