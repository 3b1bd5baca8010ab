// A ballot in the hand: what can stand is given in at once, what cannot yet is kept on this phone and said to be.
// Made by each ballot for one poll.
import { drawerOf } from '../lib/seat.ts'
import type { PollView, Snapshot } from '../../shared/wire.ts'
import type { Ballot } from '../lib/ballot.svelte.ts'
import { forget, keep, kept } from '../lib/keep.ts'

/** Pause in the typing after which words are given in (ms). */
const PAUSE = 800

export class Sheet<C> {
  readonly ballot: Ballot<C>

  #place: string
  #stands: (choice: C) => boolean
  /** Filled in on this phone, not given in. */
  #held: C | null = $state.raw(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `place` is the key on this device; `stands` says whether a choice is one that the poll takes. */
  constructor(ballot: Ballot<C>, place: string, stands: (choice: C) => boolean = () => true) {
    this.ballot = ballot
    this.#place = place
    this.#stands = stands
    this.#held = kept<C>(place)
    this.flush()
  }

  get choice(): C | null {
    return this.#held ?? this.ballot.choice
  }

  /** The last marks are on this phone only: the server has an older ballot, or none. */
  get held(): boolean {
    return this.#held !== null
  }

  /** Gives the choice in if it can stand, else keeps it here; null withdraws what was given. */
  set(choice: C | null): void {
    clearTimeout(this.#timer)
    if (choice !== null && !this.#stands(choice)) return this.#hold(choice)
    this.#held = null
    forget(this.#place)
    if (choice !== null || this.ballot.choice !== null) this.ballot.set(choice)
  }

  /** For words being typed: given in after a pause, or with flush(). */
  write(choice: C): void {
    this.#hold(choice)
    this.#timer = setTimeout(() => this.flush(), PAUSE)
  }

  /** Gives in what is held, if it can stand. */
  flush(): void {
    if (this.#held !== null && this.#stands(this.#held)) this.set(this.#held)
  }

  #hold(choice: C): void {
    clearTimeout(this.#timer)
    this.#held = choice
    keep(this.#place, choice)
  }
}

/** Where the unfinished ballot of a poll lies on this device; it goes with the workshop's other traces. */
export function draftPlace(session: Snapshot, poll: PollView): string {
  return `${drawerOf(session.workshop.code, session.seat)}/draft/${poll.id}`
}
