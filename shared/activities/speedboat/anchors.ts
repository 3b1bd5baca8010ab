// The anchors of a speedboat in the order of their weight (Hohmann 2006). Called by its face on the wall.
import type { PickResult } from '../../counting/picks.ts'
import type { OptionEntry } from '../../voting.ts'

/** Anchors that fit beside each other; and how many are cut. */
export const SHOWN = 6
const CUT = 3

export interface WeighedAnchor extends OptionEntry {
  votes: number
  /** From 0 to 1: how deep it hangs, and how large it is. */
  depth: number
  /** One of the heaviest three; all of those that are equal at the third place are. */
  heavy: boolean
}

/** The heaviest first; anchors that nobody picked weigh nothing and are left out. */
export function weighed(options: readonly OptionEntry[], { counts, ranks }: PickResult): WeighedAnchor[] {
  const votesOf = (id: string) => (Object.hasOwn(counts, id) ? counts[id]! : 0)
  const most = Math.max(1, ...options.map(({ id }) => votesOf(id)))
  return options
    .map(({ id, label }) => ({
      id,
      label,
      votes: votesOf(id),
      depth: votesOf(id) / most,
      heavy: (ranks[id] ?? Infinity) <= CUT,
    }))
    .filter(({ votes }) => votes > 0)
    .sort((a, b) => b.votes - a.votes)
}
