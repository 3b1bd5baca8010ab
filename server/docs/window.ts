// One window for all documents of a workshop: what arrived on any of them is applied, goes onto its board, is appended in
// one transaction and only then shown. Made by shelf.ts, one a workshop; journals ask it for their turn.
// Serial: while an append is under way nothing is applied, so what is shown or answered is always durable.
import type { Clock } from '../../shared/clock.ts'
import { CLOSE } from '../../shared/wire.ts'
import type { Strain } from '../strain.ts'
import { Pace } from './pace.ts'
import type { Tide } from './tide.ts'

/** A document as its window sees it. */
export interface Part {
  readonly name: string
  /** A pad: what was written on it may have to go onto a board in the same window. */
  readonly isPad: boolean
  /** Applies all that waits; the update to append, or null where nothing changed. Ends the document itself where that fails. */
  take(): Uint8Array | null
  /** Everybody is sent the update, which is on disk as row `seq`; answers what that took in milliseconds. */
  show(update: Uint8Array, seq: number): number
  /** The window is over; those who waited for it hear so. */
  finish(): void
  /** Memory and disk no longer agree. */
  lose(error: unknown, code: number): void
}

export interface WindowDeps {
  clock: Clock
  strain?: Strain | undefined
  /** Shared by all windows of the house. */
  tide?: Tide | undefined
  /** All of it or nothing, in one transaction; answers the number of each row. */
  append(rows: [doc: string, update: Uint8Array][]): Promise<number[]>
  /** These pads have something new, which is not on disk before this window is: whatever they change may be changed now. */
  written(pads: string[]): void
}

interface Taken {
  part: Part
  update: Uint8Array
}

export class Window {
  readonly #deps: WindowDeps
  readonly #pace: Pace
  readonly #waiting = new Set<Part>()
  #held: (() => void)[] = []
  #running = false

  constructor(deps: WindowDeps) {
    this.#deps = deps
    this.#pace = new Pace(deps.clock, () => this.#run(), deps.strain, deps.tide)
  }

  /** The part has something to apply: now, or when the window of the last run is over. */
  soon(part: Part): void {
    this.#waiting.add(part)
    if (!this.#running) this.#pace.soon()
  }

  /** The part has ended. */
  drop(part: Part): void {
    this.#waiting.delete(part)
    if (this.#waiting.size === 0) this.#pace.stop()
  }

  /** Resolves when the run under way is over; where there is none, one is begun at once. */
  turn(): Promise<void> {
    if (!this.#running && this.#waiting.size > 0) this.#pace.now()
    return this.over()
  }

  /** Resolves when the run under way is over, whether its rows reached the disk or not. */
  async over(): Promise<void> {
    if (this.#running) await new Promise<void>((done) => this.#held.push(done))
  }

  #run(): void {
    this.#running = true
    const pads = [...this.#waiting].filter((part) => part.isPad)
    const taken = this.#take(pads)
    if (taken.length > 0) this.#deps.written(taken.map(({ part }) => part.name))
    const others = [...this.#waiting].filter((part) => !part.isPad)
    taken.push(...this.#take(others))
    const over = () => this.#finish([...pads, ...others])
    if (taken.length === 0) return over()
    this.#deps.append(taken.map(({ part, update }) => [part.name, update])).then(
      (seqs) => {
        this.#show(taken, seqs)
        over()
      },
      (error: unknown) => {
        for (const { part } of taken) part.lose(error, CLOSE.notSaving)
        over()
      },
    )
  }

  #take(parts: Part[]): Taken[] {
    return parts.flatMap((part) => {
      this.#waiting.delete(part)
      const update = part.take()
      return update ? [{ part, update }] : []
    })
  }

  #show(taken: Taken[], seqs: number[]): void {
    const spent = taken.map(({ part, update }, i) => part.show(update, seqs[i]!))
    this.#pace.spent(spent.reduce((sum, ms) => sum + ms, 0))
  }

  #finish(parts: Part[]): void {
    this.#running = false
    for (const part of parts) part.finish()
    const held = this.#held
    this.#held = []
    for (const fn of held) fn()
    // Not in this turn: whoever has waited is to find things as they are on disk.
    if (this.#waiting.size > 0) this.#pace.later()
  }
}
