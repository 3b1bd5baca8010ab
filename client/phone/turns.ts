// People who take turns on this device, each with a seat of their own, and whose turn it is. A helper enters for others likewise.
// Called by pages/Phone.svelte, Turns.svelte and Room.svelte. Everything lies under the code and goes with the workshop's traces.
import { keep, kept } from '../lib/keep.ts'
import { eraseTraces, leaveToTab, type Kept } from '../lib/seat.ts'

/** A person beside the one whose seat this device has. */
export interface Beside extends Kept {
  via: string
}

export function besides(code: string): Beside[] {
  return kept<Beside[]>(`${code}/beside`) ?? []
}

/** Whose turn it is: the person last chosen, else the one whose seat this device has. */
export function whoseTurn(base: Kept): Kept {
  const { code } = base.workshop
  const id = kept<string>(`${code}/turn`)
  return besides(code).find(({ seat }) => seat === id) ?? base
}

export function giveTurn(to: Kept): void {
  keep(`${to.workshop.code}/turn`, to.seat)
}

/** This person is out: the others who take turns on the device keep their place. */
export function letGo(seat: Kept): void {
  const { code } = seat.workshop
  const left = besides(code).filter((one) => one.seat !== seat.seat)
  if (seat.via === undefined) return left.length === 0 ? leaveToTab(seat) : undefined
  keep(`${code}/beside`, left)
  eraseTraces(seat)
}
