// A vote by duels: who wins how often. Called by activity.ts. Pure; the order of ballots never matters.
import { compare, showFraction } from '../../counting/fraction.ts'
import { competitionRanks } from '../../voting.ts'
import { strengths } from './bradley-terry.ts'
import { eloRatings } from './elo.ts'
import type { Game } from './games.ts'
import { tally, winRates } from './tally.ts'

export const SCORES = ['win-rate', 'bradley-terry', 'elo'] as const
export type Score = (typeof SCORES)[number]

export interface PairwiseResult {
  /** Ballots with at least one duel, and duels in all. */
  n: number
  comparisons: number
  /** By the chosen score; by the win rate where that is Elo, which never decides. None without a duel. */
  ranks: Record<string, number>
  /** Exact: (wins + ½ ties + 1) / (games + 2). */
  rates: Record<string, string>
  /** Bradley-Terry, to nine decimals; they add up to 1. */
  strengths: Record<string, number>
  /** Elo, the whole vote being one period: as all start equal, the order of the games changes nothing. */
  ratings: Record<string, number>
  /** Games played: below `FEW_GAMES` a score says little. */
  games: Record<string, number>
}

export const FEW_GAMES = 5
const START = 1500
const K = 32

/** Every score of these duels; `ranks` are those of the chosen one. */
export function countDuels(
  options: readonly string[],
  score: Score,
  ballots: readonly (readonly Game[])[],
): PairwiseResult {
  const known = new Set(options)
  const kept = ballots.map((games) => games.filter(([a, b]) => known.has(a) && known.has(b)))
  const table = tally(options, kept.flat())
  const rates = winRates(table)
  const fitted = strengths(table, 0.5).map((value) => round(value, 9))
  const places = options.map((_, place) => place)
  const ranks = competitionRanks(places, (a, b) =>
    score === 'bradley-terry' ? fitted[b]! - fitted[a]! : compare(rates[b]!, rates[a]!),
  )
  const by = <T>(values: readonly T[]) => Object.fromEntries(options.map((id, place) => [id, values[place]!]))
  const comparisons = kept.flat().length
  return {
    n: kept.filter((games) => games.length > 0).length,
    comparisons,
    ranks: comparisons === 0 ? {} : by(ranks),
    rates: by(rates.map(showFraction)),
    strengths: by(fitted),
    ratings: eloRatings(by(options.map(() => START)), K, [kept.flat()]),
    games: by(table.played),
  }
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}
