// Calls that wait for their outcome, by number. Called by link.ts (across a thread) and memory.ts (within one).
import { errorOf } from './errors.ts'
import type { Outcome } from './groups.ts'

export interface Pending {
  /** A new number, and the promise of its outcome. */
  add(): { n: number; answer: Promise<unknown> }
  settle(outcome: Outcome): void
  /** Rejects all that wait. */
  fail(error: Error): void
}

export function createPending(): Pending {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let n = 0
  return {
    add() {
      const caller = Promise.withResolvers<unknown>()
      waiting.set(++n, caller)
      return { n, answer: caller.promise }
    },
    settle(outcome) {
      const caller = waiting.get(outcome.n)
      waiting.delete(outcome.n)
      if ('failure' in outcome) caller?.reject(errorOf(outcome.failure))
      else caller?.resolve(outcome.value)
    },
    fail(error) {
      const callers = [...waiting.values()]
      waiting.clear()
      for (const { reject } of callers) reject(error)
    },
  }
}
