// How many voted. The server tells it while a vote is open; this device remembers the last figures for the preview after it.
// Called by the desk's poll parts.
import type { Counts, PollView } from '../../shared/wire.ts'
import { keep, kept } from '../lib/keep.ts'

export interface Turnout {
  voted: number
  of: number
}

export function rememberTurnout(code: string, poll: PollView, counts: Counts): void {
  if (poll.state === 'open') keep(keyOf(code, poll), { voted: counts.voted, of: counts.of })
}

/** Null where this device did not see the vote. */
export function turnoutOf(code: string, poll: PollView, counts: Counts): Turnout | null {
  return poll.state === 'open' ? counts : kept<Turnout>(keyOf(code, poll))
}

function keyOf(code: string, poll: PollView): string {
  return `${code}/turnout/${poll.id}`
}
