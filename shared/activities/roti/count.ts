// Return on time invested: five steps from "useless" to "well worth it", at the end of a session.
// Pure; the order of ballots never matters. Called by the activity and by the worked examples.
import { fraction, multiply, parseFraction, showFraction, toNumber } from '../../counting/fraction.ts'
import { quartiles } from '../../counting/quantiles.ts'
import { countLevels, meanOf, roundHalfUp, total } from '../../counting/scale.ts'

export interface RotiResult {
  n: number
  /** Exact, as '15/4'; null without answers. */
  mean: string | null
  /** One decimal, half up. */
  meanDisplay: number | null
  median: number | null
  /** How many chose each level, from the worst to the best. */
  counts: number[]
  /** Exact share of the two best levels less that of the two worst. */
  net: string | null
}

/** Histogram, mean, median and net share (Derby & Larsen 2006 for the scale; the net share is ours). */
export function countRoti(scale: { min: number; max: number }, values: readonly number[]): RotiResult {
  const counts = countLevels(scale, values)
  const n = total(counts)
  const mean = meanOf(counts, scale.min)
  const { median } = quartiles(
    counts
      .flatMap((count, i) => new Array<number>(count).fill(scale.min + i))
      .map((value) => fraction(value)),
  )
  const net = total(counts.slice(-2)) - total(counts.slice(0, 2))
  return {
    n,
    mean: mean && showFraction(mean),
    meanDisplay: mean && roundHalfUp(mean, 1),
    median: median && toNumber(median),
    counts,
    net: n === 0 ? null : showFraction(fraction(net, n)),
  }
}

/** The net share in points of percent, half up; 0 without answers. */
export function netOf({ net }: Pick<RotiResult, 'net'>): number {
  return net === null ? 0 : roundHalfUp(multiply(parseFraction(net), fraction(100)), 1)
}
