// The Borda count: points n-1 ... 0, equal and unranked options share the mean of their places.
// Called by count.ts. Source: J.-C. de Borda, Mémoire sur les élections au scrutin (1781).
import { fraction, showFraction } from '../../counting/fraction.ts'
import { competitionRanks } from '../../voting.ts'
import type { Matrix, RankingBallot } from './duels.ts'

export interface BordaResult {
  /** Exact, in halves: '13/2'. */
  scores: Record<string, string>
  ranks: Record<string, number>
}

/**
 * Points over all ballots: for each rival one for a ballot that prefers the option, a half where they are equal.
 * Ties: more ballots with the option in the first place, then the duels among the tied, else the same rank.
 */
export function countBorda(
  options: readonly string[],
  duels: Matrix,
  ballots: readonly RankingBallot[],
): BordaResult {
  const halves = doubledPoints(duels, ballots.length)
  const firsts = options.map((option) => ballots.filter((ballot) => ballot[0]?.includes(option)).length)
  const keyed = options.map((_, place) => place)
  const coarse = competitionRanks(keyed, (a, b) => halves[b]! - halves[a]! || firsts[b]! - firsts[a]!)
  const ranks = settleByDuels(coarse, duels)
  return {
    scores: Object.fromEntries(options.map((id, place) => [id, showFraction(fraction(halves[place]!, 2))])),
    ranks: Object.fromEntries(options.map((id, place) => [id, ranks[place]!])),
  }
}

function doubledPoints(duels: Matrix, ballots: number): number[] {
  return duels.map((row, a) =>
    row.reduce((sum, votes, b) => (a === b ? sum : sum + ballots + votes - duels[b]![a]!), 0),
  )
}

/** Within each group of equal ranks, more duels won than lost inside the group come first; again until it is settled. */
function settleByDuels(ranks: readonly number[], duels: Matrix): number[] {
  const balance = ranks.map((rank, a) =>
    ranks.reduce(
      (sum, other, b) => (other === rank ? sum + Math.sign(duels[a]![b]! - duels[b]![a]!) : sum),
      0,
    ),
  )
  const places = ranks.map((_, place) => place)
  const next = competitionRanks(places, (a, b) => ranks[a]! - ranks[b]! || balance[b]! - balance[a]!)
  return next.every((rank, place) => rank === ranks[place]) ? next : settleByDuels(next, duels)
}
