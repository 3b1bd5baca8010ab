// Who points where on a board: opaque states of its trusted writers, relayed a few times a second, never stored.
// Called by doc.ts; phones and walls neither send nor get any.
import type { Clock } from '../../shared/clock.ts'
import { LIMITS } from '../../shared/limits.ts'
import { CALM, type Strain } from '../strain.ts'
import { presenceFrame, readPresence, type PresenceState } from './frames.ts'

/** Milliseconds between two relays. */
const EVERY = 80
/** The state of somebody who has left. */
const GONE = 'null'

interface Held extends PresenceState {
  by: object
}

export class Presence {
  readonly #clock: Clock
  readonly #relay: (frame: Uint8Array) => void
  readonly #strain: Strain
  readonly #held = new Map<number, Held>()
  readonly #news = new Map<number, PresenceState>()
  #last = -Infinity
  #cancel: (() => void) | null = null

  constructor(clock: Clock, relay: (frame: Uint8Array) => void, strain: Strain = CALM) {
    this.#clock = clock
    this.#relay = relay
    this.#strain = strain
  }

  /**
   * Takes what a connection says of itself; what it repeats of others (stock clients do) is left out. The first id that
   * no other connection holds is its own for good.
   */
  take(by: object, states: Uint8Array): void {
    if (states.length > LIMITS.presence) return
    for (const state of readPresence(states) ?? []) {
      const before = this.#held.get(state.client)
      if (!this.#isOwn(by, state, before) || !isJson(state.state)) continue
      if (before && state.clock <= before.clock) continue
      this.#held.set(state.client, { ...state, by })
      // A sign of life without news goes out with the next heartbeat, and so does a cursor while there is no room for it.
      const waits = this.#strain.level > 0 && state.state !== GONE
      if (before?.state !== state.state && !waits) this.#tell(state)
    }
  }

  /** Tells the others that a connection is gone. */
  leave(by: object): void {
    for (const { by: holder, client, clock } of [...this.#held.values()]) {
      if (holder !== by) continue
      this.#held.delete(client)
      this.#tell({ client, clock, state: GONE })
    }
  }

  /** Everybody's last state in one frame; null where nobody is there. */
  everyone(): Uint8Array | null {
    return this.#held.size === 0 ? null : presenceFrame([...this.#held.values()])
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #isOwn(by: object, { state }: PresenceState, before: Held | undefined): boolean {
    if (before) return before.by === by
    return state !== GONE && [...this.#held.values()].every((held) => held.by !== by)
  }

  #tell(state: PresenceState): void {
    this.#news.set(state.client, state)
    if (this.#cancel) return
    const wait = this.#last + EVERY - this.#clock.now()
    if (wait <= 0) return this.#send()
    this.#cancel = this.#clock.after(wait, () => this.#send())
  }

  #send(): void {
    this.#cancel = null
    this.#last = this.#clock.now()
    const frame = presenceFrame([...this.#news.values()])
    this.#news.clear()
    this.#relay(frame)
  }
}

/** Stock clients parse each state and would throw. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
