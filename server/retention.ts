// Erases workshops that nobody has touched for the days the operator set: once at the start, then every hour.
// Made by the house. A run that was cut short is made up for by the next one.
import type { Clock } from '../shared/clock.ts'
import type { Log } from './log.ts'
import type { Store } from './store/store.ts'

export interface RetentionDeps {
  store: Pick<Store, 'workshops' | 'tours'>
  clock: Clock
  log: Log
  days: number
  /** Erases one workshop for good, its open connections included. */
  erase(workshop: string): Promise<void>
}

export interface Retention {
  /** Erases what is due; resolves with how many workshops that were. Runs never overlap. */
  run(): Promise<number>
  start(): void
  stop(): void
}

/** A tour goes on for months between its stops, and is read for months after them. */
const TOUR_DAYS = 180
const DAY = 86_400_000
const HOUR = 3_600_000

/** The day on which a workshop is erased if nothing happens there any more (ISO date). */
export function erasedOn({ touchedAt }: { touchedAt: number }, days: number): string {
  return new Date(touchedAt + days * DAY).toISOString().slice(0, 10)
}

export function createRetention({ store, clock, log, days, erase }: RetentionDeps): Retention {
  let cancel: () => void = () => undefined
  let running: Promise<number> | null = null

  async function purge(): Promise<number> {
    const due = await store.workshops.untouchedSince(clock.now() - days * DAY)
    let erased = 0
    for (const workshop of due) {
      try {
        await erase(workshop)
        erased++
      } catch (error) {
        log('error', 'workshop not erased', { workshop }, error)
      }
    }
    const tours = await store.tours.untouchedSince(clock.now() - Math.max(days, TOUR_DAYS) * DAY)
    for (const tour of tours) await store.tours.erase(tour)
    if (erased > 0) log('info', 'untouched workshops erased', { erased })
    return erased
  }

  const run = () => (running ??= purge().finally(() => (running = null)))
  const hourly = () => {
    cancel = clock.after(HOUR, hourly)
    run().catch((error: unknown) => log('error', 'untouched workshops not listed', {}, error))
  }
  return { run, start: hourly, stop: () => cancel() }
}
