// How many rooms are written in at this moment: where there are many, all of them send at common moments, because a few larger
// windows cost less than many small ones, and what is stored in one moment is one commit. One for all windows of a house;
// asked by pace.ts.
import type { Clock } from '../../shared/clock.ts'

/** Milliseconds. */
const SPELL = 500
/** So many rooms with news within one spell are many. */
const MANY = 20
/** Milliseconds between two common moments. */
const BEAT = 40

export class Tide {
  #rooms = new Set<object>()
  #since = -Infinity
  #before = 0
  /** What is to run at which moment. */
  readonly #moments = new Map<number, Set<() => void>>()

  /** A room sends its news. */
  ran(room: object, now: number): void {
    if (now - this.#since >= SPELL) {
      this.#before = now - this.#since < 2 * SPELL ? this.#rooms.size : 0
      this.#rooms.clear()
      this.#since = now
    }
    this.#rooms.add(room)
  }

  /** True while many rooms are written in. */
  isHigh(now: number): boolean {
    return now - this.#since < 2 * SPELL && Math.max(this.#before, this.#rooms.size) >= MANY
  }

  /** Runs `fn` at the first common moment that is at least `wait` milliseconds away, unless it is cancelled before. */
  together(clock: Clock, wait: number, fn: () => void): () => void {
    const now = clock.now()
    const moment = Math.ceil((now + wait) / BEAT) * BEAT
    const waiting = this.#moments.get(moment) ?? new Set()
    if (!this.#moments.has(moment)) {
      this.#moments.set(moment, waiting)
      clock.after(moment - now, () => this.#come(moment))
    }
    waiting.add(fn)
    return () => void waiting.delete(fn)
  }

  #come(moment: number): void {
    const waiting = this.#moments.get(moment)
    this.#moments.delete(moment)
    for (const fn of waiting ?? []) fn()
  }
}
