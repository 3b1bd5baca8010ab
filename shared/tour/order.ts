// Rankings where every town is worth the same: its duels, points and first places are shares of its own ballots.
// Called by weighing.ts.
import type { RankingPaper } from '../activities/ranking/activity.ts'
import { ranksOf, type RankingResult, type Rule } from '../activities/ranking/count.ts'
import type { Matrix, RankingBallot } from '../activities/ranking/duels.ts'
import { runoff, type Room } from '../activities/ranking/irv.ts'
import { rankPairs } from '../activities/ranking/ranked-pairs.ts'
import { schulzeTiers, strongestPaths } from '../activities/ranking/schulze.ts'
import { averageOf, compare, fraction, subtract, sumOf, type Fraction } from '../counting/fraction.ts'
import type { OptionEntry } from '../voting.ts'
import type { Part } from './pool.ts'

export interface TownOrder {
  rule: Rule
  options: { option: string; rank: number }[]
}

/**
 * Options by rank under the rule of the papers. Null where towns had different rules, where tables of duels were not
 * kept, and, for the instant runoff, where the ballots of a town are not known. Equal points of Borda share their rank.
 */
export function townOrder(options: readonly OptionEntry[], parts: readonly Part[]): TownOrder | null {
  const ids = options.map(({ id }) => id)
  const { rule, seed } = parts[0]!.paper as RankingPaper
  const voted = parts.filter(({ result }) => (result as RankingResult).n > 0)
  if (parts.some(({ paper }) => (paper as RankingPaper).rule !== rule) || voted.length === 0) return null
  const tiers = rule === 'irv' ? byRunoff(ids, voted, seed) : byDuels(rule, ids, voted)
  if (!tiers) return null
  const ranks = ranksOf(tiers)
  return { rule, options: tiers.flat().map((option) => ({ option, rank: ranks[option]! })) }
}

function byRunoff(ids: string[], parts: readonly Part[], seed: string): string[][] | null {
  const rooms = parts.flatMap(({ ballots }): Room[] => {
    const ranked =
      (ballots as RankingBallot[] | undefined)?.filter((ballot) => ballot.flat().length > 0) ?? []
    return ranked.length > 0 ? [{ ballots: ranked, weight: fraction(1, ranked.length) }] : []
  })
  return rooms.length === parts.length ? runoff(ids, rooms, seed).ranking : null
}

function byDuels(rule: Exclude<Rule, 'irv'>, ids: string[], parts: readonly Part[]): string[][] | null {
  const results = parts.map(({ result }) => result as RankingResult)
  if (results.some(({ pairwise }) => ids.some((id) => pairwise[id] === undefined))) return null
  const duels = ids.map((a) =>
    ids.map(
      (b) => averageOf(results.map(({ pairwise, n }) => fraction(pairwise[a]![b] ?? 0, n))) ?? fraction(0),
    ),
  )
  if (rule === 'borda') return byPoints(ids, duels)
  // Both rules only ask which of two figures is larger: places in their order say the same, in whole numbers.
  const places = placesOf(duels)
  const order = rule === 'schulze' ? schulzeTiers(strongestPaths(places)) : rankPairs(places).tiers
  return order.map((tier) => tier.map((place) => ids[place]!))
}

function placesOf(duels: Fraction[][]): Matrix {
  const sorted = [fraction(0), ...duels.flat()].sort(compare)
  const distinct = sorted.filter((one, i) => i === 0 || compare(one, sorted[i - 1]!) !== 0)
  return duels.map((row) => row.map((one) => distinct.findIndex((other) => compare(one, other) === 0)))
}

/** For each rival the share that prefers the option less the share that prefers the rival: in the order of Borda's points. */
function byPoints(ids: string[], duels: Fraction[][]): string[][] {
  const points = ids.map((_, a) =>
    sumOf(ids.flatMap((_, b) => (a === b ? [] : [subtract(duels[a]![b]!, duels[b]![a]!)]))),
  )
  const order = ids.map((id, i) => ({ id, points: points[i]! })).sort((a, b) => compare(b.points, a.points))
  const tiers: string[][] = []
  order.forEach((one, i) => {
    const same = i > 0 && compare(one.points, order[i - 1]!.points) === 0
    if (same) tiers.at(-1)!.push(one.id)
    else tiers.push([one.id])
  })
  return tiers
}
