// Leaving a workshop for good: name, notes, open ballot and token erased on the server. Called by MyData.svelte.
import { api, isProblem } from '../lib/api.ts'
import type { Kept } from '../lib/seat.ts'

const UNAUTHORIZED = 401

/** Null once the server has forgotten this person; else why it has not. A seat that it no longer knows is gone already. */
export async function leaveWorkshop({ workshop, seat, token }: Kept): Promise<'offline' | 'failed' | null> {
  const answer = await api('DELETE', `/api/workshops/${workshop.id}/seats/${seat}`, { token })
  if (!isProblem(answer) || answer.status === UNAUTHORIZED) return null
  return answer.status === 0 ? 'offline' : 'failed'
}
