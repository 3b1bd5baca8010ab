// Majority judgment where every town is worth the same: each town's grades are shares of its own voters, and the majority
// value is that of the mean shares. Called by weighing.ts.
import { rankTallies, type JudgmentResult } from '../activities/majority-judgment/count.ts'
import { majorityGrade } from '../activities/majority-judgment/value.ts'
import { fraction, multiply, showFraction, type Fraction } from '../counting/fraction.ts'
import type { OptionEntry } from '../voting.ts'
import type { Part } from './pool.ts'
import { meanShares } from './shares.ts'

/** One option: the mean of the towns' shares for each grade from the worst on, exact; no shares where nobody graded it. */
export interface TownGrades {
  option: string
  shares: string[]
  /** Its majority grade, 0 the worst; null where nobody graded it. */
  median: number | null
  rank: number
}

/** Options by rank. Null where towns used another number of grades, or nobody graded anything. */
export function townGrades(options: readonly OptionEntry[], parts: readonly Part[]): TownGrades[] | null {
  const spread = options.map(({ id }) => meanShares(parts.flatMap((part) => talliesOf(part, id))))
  const lengths = new Set(spread.flatMap((shares) => (shares ? [shares.length] : [])))
  if (lengths.size !== 1 || parts.some((part) => !sameScale(part, parts[0]!))) return null
  // As whole numbers of one total, so that they are compared like ballots.
  const whole = spread.flatMap((shares) => shares ?? []).reduce((all, { den }) => multipleOf(all, den), 1n)
  const tallies = spread.map((shares) => (shares ?? []).map((share) => multiply(share, fraction(whole)).num))
  const ranks = rankTallies(tallies)
  return options
    .map(({ id }, i) => ({
      option: id,
      shares: (spread[i] ?? []).map(showFraction),
      median: majorityGrade(tallies[i]!),
      rank: ranks[i]!,
    }))
    .sort((a, b) => a.rank - b.rank)
}

function talliesOf({ paper, result }: Part, option: string): number[][] {
  const tally = (result as JudgmentResult).tallies[paper.options.findIndex(({ id }) => id === option)]
  return tally ? [tally] : []
}

function sameScale(a: Part, b: Part): boolean {
  const [one, other] = [a, b].map(({ paper }) => (paper as { grades?: unknown }).grades)
  return JSON.stringify(one) === JSON.stringify(other)
}

function multipleOf(a: bigint, b: bigint): Fraction['den'] {
  return a * fraction(b, a).num
}
