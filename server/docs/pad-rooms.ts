// The activities whose pads are being looked at; one that nobody asks about is forgotten. Called by projection.ts.
import { PadRoom, type PadRoomDeps } from './pad-room.ts'

/** Milliseconds. */
const KEEP = 30_000
const SWEEP_EVERY = 10_000

export class PadRooms {
  readonly #deps: PadRoomDeps
  readonly #rooms = new Map<string, { room: PadRoom; used: number }>()
  #cancel: (() => void) | null = null

  constructor(deps: PadRoomDeps) {
    this.#deps = deps
  }

  of(workshop: string, activity: string): PadRoom {
    const name = `${workshop}/${activity}`
    const room = this.#rooms.get(name)?.room ?? new PadRoom(workshop, activity, this.#deps)
    this.#rooms.set(name, { room, used: this.#deps.clock.now() })
    this.#cancel ??= this.#deps.clock.after(SWEEP_EVERY, () => this.#sweep())
    return room
  }

  /** Of all activities of the workshop where none is named. */
  forget(workshop: string, activity?: string): void {
    for (const { room } of [...this.#rooms.values()])
      if (room.workshop === workshop && room.activity === (activity ?? room.activity))
        this.#rooms.delete(`${workshop}/${room.activity}`)
  }

  all(): PadRoom[] {
    return [...this.#rooms.values()].map(({ room }) => room)
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  /** All of it can be read again from the pads, what still waits for its step too. */
  #sweep(): void {
    this.#cancel = null
    const now = this.#deps.clock.now()
    for (const [name, { used }] of this.#rooms) if (now - used >= KEEP) this.#rooms.delete(name)
    if (this.#rooms.size > 0) this.#cancel = this.#deps.clock.after(SWEEP_EVERY, () => this.#sweep())
  }
}
