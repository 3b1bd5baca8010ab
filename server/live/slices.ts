// The same word to all devices of a workshop, some at a time: a thousand writes in one go would hold up everybody's notes
// and whoever is coming in. Called by gateway.ts; how often at most, by presence.ts and telling.ts.
import type { Server } from 'socket.io'

const SLICES = 16
/** So many devices are told in one go. */
const AT_ONCE = 100
/** Devices that make a hall, which is told the same no oftener than once a second; and the milliseconds for each device, where they make more. */
const HALL = 500
const SECOND = 1000
const EACH = 0.5

/** Milliseconds that lie at least between two words to so many devices: telling thousands of every newcomer and every ballot would be all there is time for. */
export function hallPeriod(devices: number): number {
  return Math.max(devices * EACH, devices < HALL ? 0 : SECOND)
}

/** The rooms of socket.io that a device of this workshop joins, the `turn`-th to come. */
export function roomsOf(workshop: string, turn: number): string[] {
  return [workshop, sliceOf(workshop, turn % SLICES)]
}

/** Tells every device of the workshop; where there are many, the later ones in later turns of the loop. */
export function tellAll(io: Server, workshop: string, event: string, payload: unknown): void {
  const devices = io.of('/').adapter.rooms.get(workshop)?.size ?? 0
  if (devices <= AT_ONCE) return void io.to(workshop).emit(event, payload)
  let slice = 0
  const next = () => {
    io.to(sliceOf(workshop, slice)).emit(event, payload)
    if (++slice < SLICES) setImmediate(next)
  }
  next()
}

/** Ids of workshops hold no blank. */
function sliceOf(workshop: string, slice: number): string {
  return `${workshop} ${slice}`
}
