// Whether what people do is being kept: one write that fails turns the light red, one that succeeds turns it off again.
// Made by the house, which puts the watch around the store and tells every seat when the light changes.
import type { Clock } from '../shared/clock.ts'
import type { Log } from './log.ts'
import type { Store } from './store/store.ts'

export interface Saving {
  readonly failing: boolean
  /** Hears every error of the store; those that say nothing about the disk do not count. */
  failed(error: unknown): void
  stop(): void
}

export interface SavingDeps {
  /** Commits something; rejects while the store takes nothing. */
  ping(): Promise<void>
  clock: Clock
  log: Log
  changed(): void
}

/** Milliseconds between two tries while nothing is taken. */
const TRY_AGAIN = 1000

export function createSaving({ ping, clock, log, changed }: SavingDeps): Saving {
  let failing = false
  let cancel: () => void = () => undefined
  let stopped = false

  const set = (value: boolean) => {
    failing = value
    log(failing ? 'error' : 'info', failing ? 'not saving' : 'saving again')
    changed()
  }
  const tryAgain = () => {
    if (stopped) return
    cancel = clock.after(TRY_AGAIN, () => void ping().then(() => set(false), tryAgain))
  }
  return {
    get failing() {
      return failing
    },
    failed(error) {
      if (failing || stopped || (error as Error | null)?.name !== 'StoreUnavailable') return
      set(true)
      tryAgain()
    },
    stop() {
      stopped = true
      cancel()
    },
  }
}

/** The same store; `failed` hears every rejection before its caller does. */
export function watchStore(store: Store, failed: (error: unknown) => void): Store {
  const watched = <Group extends object>(group: Group): Group => {
    const methods = Object.entries(group) as [string, (...args: unknown[]) => Promise<unknown>][]
    const entries = methods.map(([name, method]) => [name, (...args: unknown[]) => heard(method(...args))])
    return Object.fromEntries(entries) as Group
  }
  const heard = async (answer: Promise<unknown>) => {
    try {
      return await answer
    } catch (error) {
      failed(error)
      throw error
    }
  }
  const parts = Object.entries(store).map(([name, part]: [string, unknown]) => {
    return [name, typeof part === 'object' && part !== null ? watched(part) : part]
  })
  return Object.fromEntries(parts) as Store
}
