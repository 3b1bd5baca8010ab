// What this person said in the round before, as far as this tab still knows it. Called by Estimate and Estimates.
import type { AnyEstimate } from '../../shared/activities/delphi/ballot.ts'
import type { PollView, Snapshot } from '../../shared/wire.ts'
import { kept } from '../lib/keep.ts'
import { drawerOf } from '../lib/seat.ts'

/** One's own ballot of the round before; null in the first round, and where it is not known any more. */
export function ownBefore(
  { workshop, seat }: Pick<Snapshot, 'workshop' | 'seat'>,
  { id, activity }: Pick<PollView, 'id' | 'activity'>,
): AnyEstimate | null {
  const round = Number(id.slice(activity.length + 1))
  return kept<AnyEstimate>(`${drawerOf(workshop.code, seat)}/ballot/${activity}.${round - 1}`, 'tab')
}
