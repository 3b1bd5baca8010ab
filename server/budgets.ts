// One message budget per seat, shared by its devices: one for all its documents, one for its words. Called by docs.ts and by the gateway of sessions.
import { createBudget, type Budget } from '../shared/budget.ts'
import { LIMITS } from '../shared/limits.ts'

interface Lent {
  budget: Budget
  users: number
  left: number
}

/** Seconds' worth of messages that may come at once. */
const BURST = 2
/** Milliseconds after which a budget nobody uses is full again, so that a new one is no gift. */
const FULL_AGAIN = BURST * 1000

export class Budgets {
  readonly #lent = new Map<string, Lent>()
  #swept = -Infinity

  /** The budget of a seat; to be given back once for each time it was lent. */
  lend(seat: string, trusted: boolean): Budget {
    const perSecond = trusted ? LIMITS.trustedMessagesPerSecond : LIMITS.messagesPerSecond
    const fresh = () => ({ budget: createBudget(perSecond, BURST * perSecond), users: 0, left: 0 })
    const lent = this.#lent.get(seat) ?? fresh()
    lent.users++
    this.#lent.set(seat, lent)
    return lent.budget
  }

  /** Takes `cost` at once, without keeping the budget; false when it is spent. */
  spend(seat: string, trusted: boolean, cost: number, now: number): boolean {
    const budget = this.lend(seat, trusted)
    this.giveBack(seat, now)
    return budget.take(now, cost)
  }

  giveBack(seat: string, now: number): void {
    const lent = this.#lent.get(seat)
    if (!lent) return
    lent.users--
    lent.left = now
  }

  /** Forgets seats that have gone; looks at all of them once in a while only, so that it may be called at every turn. */
  sweep(now: number): void {
    if (now - this.#swept < FULL_AGAIN) return
    this.#swept = now
    for (const [seat, { users, left }] of this.#lent)
      if (users === 0 && now - left >= FULL_AGAIN) this.#lent.delete(seat)
  }
}
