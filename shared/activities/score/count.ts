// Score (range) voting: the mean of the scores given to each option, as an exact fraction.
// Pure; the order of ballots never matters. Called by the activity and by the worked examples.
import {
  compare,
  fraction,
  multiply,
  parseFraction,
  showFraction,
  toNumber,
  varianceOf,
  type Fraction,
} from '../../counting/fraction.ts'
import { quartiles } from '../../counting/quantiles.ts'
import { countLevels } from '../../counting/scale.ts'
import { competitionRanks } from '../../voting.ts'

/** Scores by option id; null or absent is "no opinion". */
export type ScoreBallot = Record<string, number | null>

export interface ScoreRule {
  options: readonly string[]
  min: number
  max: number
  /** min: no opinion counts as the lowest score; ignore: it does not count. */
  missing: 'ignore' | 'min'
  /** Share of the voters who must have scored an option for it to be ranked, as '1/2'. */
  minParticipation: string
}

export interface ScoreRow {
  n: number
  sum: number
  /** Exact, as '10/3'; null where nobody scored it. */
  mean: string | null
  median: number | null
  /** How many gave the highest score. */
  topCount: number
  /** Scored by enough voters to be ranked. */
  rated: boolean
  rank: number | null
}

export interface ScoreResult {
  voters: number
  results: Record<string, ScoreRow>
}

interface Scored {
  option: string
  values: number[]
  mean: Fraction | null
  median: Fraction | null
  topCount: number
  rated: boolean
}

/**
 * Mean, median, number of scores and rank by option (range voting, Smith 2000). Ties: higher mean, then higher median,
 * then more highest scores, else shown tied. An option that too few voters have scored has no rank.
 */
export function countScores(rule: ScoreRule, ballots: readonly ScoreBallot[]): ScoreResult {
  const scored = rule.options.map((option) => scoredOf(option, rule, ballots))
  const rated = scored.filter((row) => row.rated)
  const ranks = new Map(competitionRanks(rated, better).map((rank, i) => [rated[i]!.option, rank]))
  const rows = scored.map((row): [string, ScoreRow] => [
    row.option,
    {
      n: row.values.length,
      sum: sum(row.values),
      mean: row.mean && showFraction(row.mean),
      median: row.median && toNumber(row.median),
      topCount: row.topCount,
      rated: row.rated,
      rank: ranks.get(row.option) ?? null,
    },
  ])
  return { voters: ballots.length, results: Object.fromEntries(rows) }
}

/** How many gave each score, from `min` to `max`, by option; what is missing is not in it. */
export function scoreCounts(rule: ScoreRule, ballots: readonly ScoreBallot[]): Record<string, number[]> {
  const given = { ...rule, missing: 'ignore' } as const
  return Object.fromEntries(
    rule.options.map((option) => [option, countLevels(rule, valuesOf(option, given, ballots))]),
  )
}

/** How far the scores given to each option lie apart, and the share of them at either end of the scale. */
export interface ScoreSpread {
  /** Standard deviation of the whole population, to two decimals; null where nobody scored it. */
  sd: number | null
  /** Exact; null where nobody scored it. */
  extremes: string | null
}

/** The spread of a histogram of scores that begins at `min`. */
export function spreadOf(counts: readonly number[], min: number): ScoreSpread {
  const values = counts.flatMap((count, i) => new Array<number>(count).fill(min + i))
  const variance = varianceOf(values.map((value) => fraction(value)))
  if (variance === null) return { sd: null, extremes: null }
  const ends = counts.length > 1 ? counts[0]! + counts.at(-1)! : counts[0]!
  return {
    sd: Math.round(100 * Math.sqrt(toNumber(variance))) / 100,
    extremes: showFraction(fraction(ends, values.length)),
  }
}

function scoredOf(option: string, rule: ScoreRule, ballots: readonly ScoreBallot[]): Scored {
  const values = valuesOf(option, rule, ballots)
  const floor = multiply(parseFraction(rule.minParticipation), fraction(ballots.length))
  const n = values.length
  return {
    option,
    values,
    mean: n === 0 ? null : fraction(sum(values), n),
    median: quartiles(values.map((value) => fraction(value))).median,
    topCount: values.filter((value) => value === rule.max).length,
    rated: n > 0 && compare(fraction(n), floor) >= 0,
  }
}

function valuesOf(option: string, { missing, min }: ScoreRule, ballots: readonly ScoreBallot[]): number[] {
  return ballots.flatMap((ballot) => {
    const value = Object.hasOwn(ballot, option) ? ballot[option] : null
    return value ?? (missing === 'min' ? min : [])
  })
}

function better(a: Scored, b: Scored): number {
  return compare(b.mean!, a.mean!) || compare(b.median!, a.median!) || b.topCount - a.topCount
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
