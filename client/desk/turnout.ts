// How many voted. The server tells it while a vote is open and once it is counted; in between this device remembers the last figures.
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

/** Null where nobody told this device. */
export function turnoutOf(code: string, poll: PollView, counts: Counts): Turnout | null {
  if (poll.state === 'open') return counts
  const { voted, of } = poll
  return voted === undefined || of === undefined ? kept<Turnout>(keyOf(code, poll)) : { voted, of }
}

function keyOf(code: string, poll: PollView): string {
  return `${code}/turnout/${poll.id}`
}
