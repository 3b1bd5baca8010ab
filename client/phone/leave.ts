// Leaving a workshop for good: the open ballot withdrawn, then name, notes and token erased on the server.
// Called by MyData.svelte.
import { api, isProblem } from '../lib/api.ts'
import { hexId } from '../lib/id.ts'
import type { Live } from '../lib/live.svelte.ts'
import type { Kept } from '../lib/seat.ts'

/** How long the withdrawal of a ballot may hold up the rest (ms). */
const PATIENCE = 3000
const UNAUTHORIZED = 401

/** Null once the server has forgotten this person; else why it has not. A seat that it no longer knows is gone already. */
export async function leaveWorkshop(
  { workshop, seat, token }: Kept,
  live: Pick<Live, 'snapshot' | 'sendBallot'>,
): Promise<'offline' | 'failed' | null> {
  const poll = live.snapshot?.poll
  if (poll?.state === 'open' && poll.mine !== undefined)
    await Promise.race([live.sendBallot(poll.id, null, hexId()), pause(PATIENCE)])
  const answer = await api('DELETE', `/api/workshops/${workshop.id}/seats/${seat}`, { token })
  if (!isProblem(answer) || answer.status === UNAUTHORIZED) return null
  return answer.status === 0 ? 'offline' : 'failed'
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
