// What part of its voice each town gives to each option, where every town weighs the same (methods, 0.8).
// Called by weighing.ts.
import type { DotResult } from '../activities/dot-vote/count.ts'
import type { SingleResult } from '../activities/single-choice/count.ts'
import type { PairwiseResult } from '../activities/pairwise/count.ts'
import type { QuadraticResult } from '../activities/quadratic/count.ts'
import type { ScoreResult } from '../activities/score/count.ts'
import {
  averageOf,
  compare,
  fraction,
  parseFraction,
  showFraction,
  type Fraction,
} from '../counting/fraction.ts'
import type { PickResult } from '../counting/picks.ts'
import { total } from '../counting/scale.ts'
import { competitionRanks, type OptionEntry } from '../voting.ts'

/** One option when each town is worth one: the mean of the towns' shares, exact, as `a/b`. */
export interface TownShare {
  option: string
  share: string
  rank: number
}

type Read = (result: never, option: string) => Fraction | null

const over = (part: number, whole: number) => (whole === 0 ? null : fraction(part, whole))
const picked: Read = ({ counts, ballotsCounted }: PickResult, option) =>
  over(counts[option] ?? 0, ballotsCounted)

/** Methods whose figures are shares of a whole, or a mean, by option. */
const READ: Record<string, Read> = {
  'dot-vote': ({ totals, spent }: DotResult, option) => over(totals[option] ?? 0, spent),
  'single-choice': ({ counts, expressed }: SingleResult, option) => over(counts[option] ?? 0, expressed),
  'multiple-choice': picked,
  approval: picked,
  // Votes against have no share of a whole.
  quadratic: ({ totals }: QuadraticResult, option) => {
    const votes = Object.values(totals)
    return votes.some((one) => one < 0) ? null : over(totals[option] ?? 0, total(votes))
  },
  pairwise: ({ rates, comparisons }: PairwiseResult, option) => {
    const rate = rates[option]
    return rate === undefined || comparisons === 0 ? null : parseFraction(rate)
  },
  score: ({ results }: ScoreResult, option) => {
    const mean = results[option]?.mean
    return mean === null || mean === undefined ? null : parseFraction(mean)
  },
}

/** Of several histograms the mean share of each place; those without an answer are left out, null where all are. */
export function meanShares(histograms: readonly (readonly number[])[]): Fraction[] | null {
  const told = histograms.map((counts) => ({ counts, all: total(counts) })).filter(({ all }) => all > 0)
  const [first] = told
  if (!first || told.some(({ counts }) => counts.length !== first.counts.length)) return null
  return first.counts.map((_, i) => averageOf(told.map(({ counts, all }) => fraction(counts[i]!, all)))!)
}

/**
 * Options in the order of the towns' mean share. A town where nobody voted has no share and is left out. Null where the
 * method has no shares or no town has any.
 */
export function townShares(
  kind: string,
  options: readonly OptionEntry[],
  results: readonly unknown[],
): TownShare[] | null {
  const read = READ[kind]
  if (!read) return null
  const means = options.flatMap(({ id }) => {
    const share = averageOf(results.flatMap((result) => read(result as never, id) ?? []))
    return share ? [{ option: id, share }] : []
  })
  if (means.length === 0) return null
  const ranks = competitionRanks(
    means.map(({ share }) => share),
    (a, b) => compare(b, a),
  )
  return means
    .map(({ option, share }, i) => ({ option, share: showFraction(share), rank: ranks[i]! }))
    .sort((a, b) => a.rank - b.rank)
}
