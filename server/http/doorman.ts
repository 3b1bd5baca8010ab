// Slows the guessing of join codes; nobody who holds a token or the QR's invite ever meets it. Called by door and seats routes.
// Only wrong guesses cost. Each address has its own small budget, and all addresses together one.
import { createBudget, type Budget } from '../../shared/budget.ts'
import type { Clock } from '../../shared/clock.ts'
import { GUESSES } from '../../shared/limits.ts'
import { Problem } from './problem.ts'

export interface Doorman {
  /** Runs a look-up by typed code; a null answer is a wrong guess. Throws 429 with Retry-After when guesses have run out. */
  guess<T>(address: string, lookUp: () => Promise<T | null>): Promise<T | null>
}

const ADDRESSES = 10_000

export function createDoorman(clock: Clock): Doorman {
  const everybody = createBudget(GUESSES.perSecond, GUESSES.burst)
  const addresses = new Map<string, Budget>()

  function budgetOf(address: string): Budget {
    const known = addresses.get(address)
    if (known) return known
    if (addresses.size >= ADDRESSES) addresses.clear()
    const fresh = createBudget(GUESSES.perAddressPerSecond, GUESSES.perAddressBurst)
    addresses.set(address, fresh)
    return fresh
  }

  /** One look-up after the other, so that a flood sent at once is judged by what its first guesses cost. */
  let turn: Promise<unknown> = Promise.resolve()

  async function judge<T>(address: string, lookUp: () => Promise<T | null>): Promise<T | null> {
    const budgets = [budgetOf(address), everybody]
    const wait = Math.max(...budgets.map((budget) => budget.wait(clock.now())))
    if (wait > 0) throw new Problem(429, 'too-fast', { retryAfter: Math.max(1, Math.ceil(wait / 1000)) })
    const found = await lookUp()
    if (found === null) for (const budget of budgets) budget.take(clock.now())
    return found
  }

  return {
    guess(address, lookUp) {
      const run = turn.then(() => judge(address, lookUp))
      turn = run.catch(() => undefined)
      return run
    },
  }
}
