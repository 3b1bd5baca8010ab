// Votes that carry a weight: mandates, half voices, colleges. Called by the counting of files of ballots.
import { competitionRanks } from '../voting.ts'
import { add, compare, fraction, type Fraction } from './fraction.ts'

export interface WeightedResult {
  totals: Map<string, Fraction>
  ranks: Map<string, number>
}

/** Exact sums of weights by option, and ranks; votes for an unknown option count for nothing. */
export function countWeighted(
  options: readonly string[],
  votes: readonly { weight: Fraction; option: string }[],
): WeightedResult {
  const totals = new Map(options.map((option) => [option, fraction(0)]))
  for (const { weight, option } of votes) {
    const before = totals.get(option)
    if (before) totals.set(option, add(before, weight))
  }
  const ranks = competitionRanks([...options], (a, b) => compare(totals.get(b)!, totals.get(a)!))
  return { totals, ranks: new Map(options.map((option, i) => [option, ranks[i]!])) }
}
