// A vote by rankings: the same ballots under every rule, so that a room can see what its rule decides.
// Called by activity.ts and by the faces of this folder. Pure; the order of ballots never matters.
import { countBorda, type BordaResult } from './borda.ts'
import { condorcetWinner, duelMatrix, named, type Matrix, type RankingBallot } from './duels.ts'
import { instantRunoff, type IrvResult } from './irv.ts'
import { rankPairs } from './ranked-pairs.ts'
import { schulzeTiers, strongestPaths } from './schulze.ts'

export const RULES = ['schulze', 'ranked-pairs', 'irv', 'borda'] as const
export type Rule = (typeof RULES)[number]

export interface RankingRule {
  options: string[]
  rule: Rule
  /** Word of the public lot of the instant runoff. */
  seed: string
}

export interface RankingResult {
  /** Ballots that name an option; blank ones are counted apart. */
  n: number
  blank: number
  /** Under the rule of the paper; no ranks where nobody ranked anything. */
  ranks: Record<string, number>
  /** Head-to-head duels that the option wins. */
  duelsWon: Record<string, number>
  strongestPaths: Record<string, Record<string, number>>
  /** Votes of each option against each other one. */
  pairwise: Record<string, Record<string, number>>
  /** Tiers of the Schulze ranking. */
  ranking: string[][]
  condorcetWinner: string | null
  borda: BordaResult
  rankedPairs: { locked: [string, string][]; skipped: [string, string][]; ranking: string[][] }
  irv: IrvResult
}

/** Beyond this number of options the tables of duels stay out: nobody reads them, every phone would load them. */
const DETAILED = 30

/** Every count of these ballots; `ranks` is the one of the chosen rule. Options that left the paper were never there. */
export function countRankings(rule: RankingRule, ballots: readonly RankingBallot[]): RankingResult {
  const known = new Set(rule.options)
  const onPaper = (tier: string[]) => tier.filter((option) => known.has(option))
  const ranked = ballots
    .map((ballot) => ballot.map(onPaper).filter((tier) => tier.length > 0))
    .filter((ballot) => ballot.length > 0)
  const blank = ballots.length - ranked.length
  if (ranked.length === 0) return { ...countAll({ ...rule, options: [] }, []), blank }
  const all = countAll(rule, ranked)
  return { ...(rule.options.length > DETAILED ? brief(all) : all), blank }
}

/** The order of one rule, options of equal rank together. */
export function orderOf(result: RankingResult, rule: Rule): string[][] {
  switch (rule) {
    case 'schulze':
      return result.ranking
    case 'ranked-pairs':
      return result.rankedPairs.ranking
    case 'irv':
      return result.irv.ranking
    case 'borda':
      return bordaTiers(result.borda.ranks)
    default:
      return rule satisfies never
  }
}

/** Ranks "1224" of an order. */
export function ranksOf(order: readonly string[][]): Record<string, number> {
  const ranks: Record<string, number> = {}
  let before = 0
  for (const tier of order) {
    for (const option of tier) ranks[option] = before + 1
    before += tier.length
  }
  return ranks
}

function countAll({ options, rule, seed }: RankingRule, ballots: readonly RankingBallot[]): RankingResult {
  const duels = duelMatrix(options, ballots)
  const paths = strongestPaths(duels)
  const best = condorcetWinner(duels)
  const result = {
    n: ballots.length,
    blank: 0,
    ranks: {},
    duelsWon: Object.fromEntries(options.map((id, a) => [id, wins(duels, a)])),
    strongestPaths: named(options, paths, false),
    pairwise: named(options, duels, true),
    ranking: withIds(options, schulzeTiers(paths)),
    condorcetWinner: best === null ? null : options[best]!,
    borda: countBorda(options, duels, ballots),
    rankedPairs: namedPairs(options, duels),
    irv: instantRunoff(options, ballots, seed),
  }
  return { ...result, ranks: ranksOf(orderOf(result, rule)) }
}

function wins(duels: Matrix, a: number): number {
  return duels[a]!.filter((votes, b) => votes > duels[b]![a]!).length
}

function namedPairs(options: readonly string[], duels: Matrix): RankingResult['rankedPairs'] {
  const { locked, skipped, tiers } = rankPairs(duels)
  const pair = ([winner, loser]: [number, number]): [string, string] => [options[winner]!, options[loser]!]
  return { locked: locked.map(pair), skipped: skipped.map(pair), ranking: withIds(options, tiers) }
}

function withIds(options: readonly string[], tiers: readonly number[][]): string[][] {
  return tiers.map((tier) => tier.map((place) => options[place]!))
}

function bordaTiers(ranks: Record<string, number>): string[][] {
  const tiers = new Map<number, string[]>()
  for (const [option, rank] of Object.entries(ranks)) tiers.set(rank, [...(tiers.get(rank) ?? []), option])
  return [...tiers].sort(([a], [b]) => a - b).map(([, tier]) => tier)
}

function brief(result: RankingResult): RankingResult {
  return {
    ...result,
    strongestPaths: {},
    pairwise: {},
    rankedPairs: { ...result.rankedPairs, locked: [], skipped: [] },
  }
}
