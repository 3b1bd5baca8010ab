// Rankings, duels and opinions: method of a vector -> our function for it, in the shape of its expectation. Part of methods.ts.
import { groupsOf, type GroupRule } from '../../shared/activities/opinion-groups/groups.ts'
import { ratioOf, together, votesOf, zOf } from '../../shared/activities/opinion-groups/marks.ts'
import type { Vote } from '../../shared/activities/opinion-groups/axes.ts'
import { strengths } from '../../shared/activities/pairwise/bradley-terry.ts'
import { eloRatings } from '../../shared/activities/pairwise/elo.ts'
import type { Game } from '../../shared/activities/pairwise/games.ts'
import { tally, winRates } from '../../shared/activities/pairwise/tally.ts'
import { countRankings, type RankingResult } from '../../shared/activities/ranking/count.ts'
import type { RankingBallot } from '../../shared/activities/ranking/duels.ts'
import { compare, showFraction } from '../../shared/counting/fraction.ts'
import { competitionRanks } from '../../shared/voting.ts'

/** Ballots as [how many, 'A>B=C']. */
export type WeightedRanking = [weight: number, order: string]

interface Ranked {
  candidates: string[]
  ballots: WeightedRanking[]
  seed?: string
  removedOption?: string
}

interface Played {
  items: string[]
  games: Game[]
}

/** Each ballot as often as it was given. */
export function rankingBallots(ballots: readonly WeightedRanking[]): RankingBallot[] {
  return ballots.flatMap(([weight, order]) => {
    const tiers = order.split('>').map((tier) => tier.split('=').map((name) => name.trim()))
    return new Array<RankingBallot>(weight).fill(tiers)
  })
}

function ranked({ candidates, ballots, seed = '0', removedOption }: Ranked): RankingResult {
  const options = candidates.filter((option) => option !== removedOption)
  return countRankings({ options, rule: 'schulze', seed }, rankingBallots(ballots))
}

function schulze(input: Ranked) {
  const { pairwise, strongestPaths, ranking, condorcetWinner } = ranked(input)
  return { pairwise, strongestPaths, ranking, condorcetWinner }
}

function comparison(input: Ranked) {
  const { ranking, rankedPairs, irv, borda } = ranked(input)
  return { schulze: ranking, rankedPairs: rankedPairs.ranking, irv: irv.ranking, borda: borda.scores }
}

function byName<T>(names: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(names.map((name, i) => [name, values[i]!]))
}

function winRate({ items, games }: Played) {
  const rates = winRates(tally(items, games))
  const ranks = competitionRanks(rates, (a, b) => compare(b, a))
  return { rates: byName(items, rates.map(showFraction)), ranks: byName(items, ranks) }
}

function opinionGroups({ votes, ...rule }: GroupRule & { votes: Vote[][] }) {
  const { kMax, k, groups, silhouettes, points, axes } = groupsOf(votes, votes[0]?.length ?? 0, rule)
  const votesByGroup = axes.means.map((_, j) => groups.map((people) => votesOf(people, votes, j)))
  return {
    kMax,
    k,
    groups,
    silhouettes,
    projection: points,
    means: axes.means,
    votesByGroup,
    groupAwareAgree: votesByGroup.map((all) => showFraction(together(all, 'agree'))),
    groupAwareDisagree: votesByGroup.map((all) => showFraction(together(all, 'disagree'))),
    repnessAgree: votesByGroup.map((all) =>
      all.map((_, group) => showFraction(ratioOf(all, group, 'agree'))),
    ),
    zAgree: votesByGroup.map((all) => all.map((_, group) => zOf(all, group, 'agree'))),
  }
}

export const RANKINGS = {
  borda: (input: Ranked) => ranked(input).borda,
  irv: (input: Ranked) => ranked(input).irv,
  opinion_groups: opinionGroups,
  pairwise_bradley_terry: ({ items, games, prior }: Played & { prior: number }) => ({
    strengths: byName(items, strengths(tally(items, games), prior)),
  }),
  /** Each game is rated after the one before it. */
  pairwise_elo: ({ start, K, games }: { start: Record<string, number>; K: number; games: Game[] }) => ({
    ratings: eloRatings(
      start,
      K,
      games.map((game) => [game]),
    ),
  }),
  pairwise_winrate: winRate,
  ranked_comparison: comparison,
  ranked_pairs: (input: Ranked) => ranked(input).rankedPairs,
  schulze,
}
