// When a workshop's documents flush: at once after a quiet spell, then in windows that widen with what the last one cost;
// at common moments while many workshops are written in.
// Called by window.ts, one a workshop.
import type { Clock } from '../../shared/clock.ts'
import { CALM, type Strain } from '../strain.ts'
import { Tide } from './tide.ts'

/** All in milliseconds. */
const SHORTEST = 16
const LONGEST = 66
/** Where sending takes long, windows may grow further: it may then take a third of the time, no more. */
const SHARE_AT_MOST = 3
const LONGEST_OVERLOADED = 250
/** No window is shorter while the event loop is busy: many small runs cost more than a few larger ones. */
const SHORTEST_STRAINED = 100
/** Sending may take a twentieth of the time: a larger room waits a few milliseconds longer and costs far fewer writes. */
const SHARE = 20

export class Pace {
  readonly #clock: Clock
  readonly #run: () => void
  readonly #strain: Strain
  readonly #tide: Tide
  #ran = -Infinity
  #window = SHORTEST
  /** What the fan-out before the last one took. */
  #before = Infinity
  #cancel: (() => void) | null = null

  constructor(clock: Clock, run: () => void, strain: Strain = CALM, tide: Tide = new Tide()) {
    this.#clock = clock
    this.#run = run
    this.#strain = strain
    this.#tide = tide
  }

  /** Runs now, or when the window of the last run is over; together with the others while many rooms are written in. */
  soon(): void {
    if (this.#cancel) return
    if (this.#wait() > 0 || this.#tide.isHigh(this.#clock.now())) this.later()
    else this.now()
  }

  /** Runs when the window of the last run is over, in another turn in any case. */
  later(): void {
    this.#cancel ??= this.#after(Math.max(0, this.#wait()), () => this.now())
  }

  /** Runs now, whatever the window. */
  now(): void {
    this.stop()
    this.#ran = this.#clock.now()
    this.#tide.ran(this, this.#ran)
    this.#run()
  }

  /** Tells what the last fan-out took. One that was held up, by a collection of garbage or for want of a core, widens no window. */
  spent(took: number): void {
    const ms = Math.min(took, this.#before)
    this.#before = took
    const strained = this.#strain.level > 0
    const longest = strained
      ? LONGEST_OVERLOADED
      : Math.min(LONGEST_OVERLOADED, Math.max(LONGEST, SHARE_AT_MOST * ms))
    this.#window = Math.min(longest, Math.max(strained ? SHORTEST_STRAINED : SHORTEST, SHARE * ms))
  }

  #after(wait: number, fn: () => void): () => void {
    const [clock, tide] = [this.#clock, this.#tide]
    return tide.isHigh(clock.now()) ? tide.together(clock, wait, fn) : clock.after(wait, fn)
  }

  #wait(): number {
    return this.#ran + this.#window - this.#clock.now()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }
}
