// A ranking as it comes from a phone: tiers of option ids, the best first.
// Called by activity.ts; the order inside a tier says nothing, so it is that of the paper.
import { refuse, type Refusal } from '../../wire.ts'
import type { RankingBallot } from './duels.ts'

/** The ballot, or why it cannot stand: an unknown option, an empty tier, an option named twice. `[]` is a blank one. */
export function readRanking(options: readonly string[], choice: unknown): RankingBallot | Refusal {
  if (!Array.isArray(choice)) return refuse('bad-request')
  const seen = new Set<unknown>()
  for (const tier of choice as unknown[]) {
    if (!Array.isArray(tier) || tier.length === 0) return refuse('bad-request')
    for (const option of tier as unknown[]) {
      if (typeof option !== 'string' || seen.has(option)) return refuse('bad-request')
      if (!options.includes(option)) return refuse('unknown-option')
      seen.add(option)
    }
  }
  return (choice as RankingBallot).map((tier) => options.filter((option) => tier.includes(option)))
}
