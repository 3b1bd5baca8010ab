// Leaving a workshop for good: name, notes, open ballot and token erased on the server, then on this device; the others who
// take turns on it keep their place. Called by MyData.svelte.
import { api, isProblem } from '../lib/api.ts'
import { forget, keep, keptKeys } from '../lib/keep.ts'
import { eraseTraces, forgetSeat, keepSeat, type Kept } from '../lib/seat.ts'
import { besides, letGo } from './turns.ts'

const UNAUTHORIZED = 401

/** Null once the server has forgotten this person; else why it has not. A seat that it no longer knows is gone already. */
export async function leaveWorkshop({ workshop, seat, token }: Kept): Promise<'offline' | 'failed' | null> {
  const answer = await api('DELETE', `/api/workshops/${workshop.id}/seats/${seat}`, { token })
  if (!isProblem(answer) || answer.status === UNAUTHORIZED) return null
  return answer.status === 0 ? 'offline' : 'failed'
}

/** Nothing of this person stays on the device. True where somebody else goes on here: whoever comes first has it now. */
export function stepOut(seat: Kept, base: Kept): boolean {
  const { code } = seat.workshop
  const others = besides(code).filter((one) => one.seat !== seat.seat)
  forget(`${code}/turn`)
  if (seat.seat !== base.seat) {
    letGo(seat)
    return true
  }
  const [heir, ...rest] = others
  if (seat.via !== undefined || !heir) eraseTraces(seat)
  else for (const key of keptKeys(`${code}/`)) if (!isOf(key, code, others)) forget(key)
  forgetSeat(seat.workshop.id, seat.role)
  if (!heir) return false
  keepSeat(heir)
  keep(`${code}/beside`, rest)
  return true
}

/** True for what lies in the drawer of one of these people. */
function isOf(key: string, code: string, people: readonly Kept[]): boolean {
  return people.some((one) => key.startsWith(`${code}/${one.seat}/`))
}
