// Delphi: the middle half of what a panel says, who is outside of it, and what changed between two rounds.
// Pure and exact (Linstone & Turoff 1975; Diamond et al. 2014). Called by the activity and by the worked examples.
import { compare, fraction, parseFraction, subtract, type Fraction } from '../../counting/fraction.ts'
import { quartiles } from '../../counting/quantiles.ts'

/** Below this net change from one round to the next a panel is stable (Scheibe, Skutsch & Schofer 1975). */
export const STABLE_BELOW = '3/20'

/** Quartiles by R's type 7; all null without answers. */
export interface PanelFigures {
  n: number
  median: Fraction | null
  q1: Fraction | null
  q3: Fraction | null
  iqr: Fraction | null
  /** The middle half lies within the threshold; never without answers. */
  consensus: boolean
  /** Places of the answers below Q1 or above Q3: their authors are asked for a reason. */
  outside: number[]
}

/** Median, quartiles and consensus (interquartile range not above the threshold). */
export function panelFigures(values: readonly Fraction[], iqrThreshold: Fraction): PanelFigures {
  const { q1, median, q3 } = quartiles(values)
  if (!q1 || !median || !q3) return { n: 0, median, q1, q3, iqr: null, consensus: false, outside: [] }
  const iqr = subtract(q3, q1)
  const outside = values.flatMap((value, i) => (compare(value, q1) < 0 || compare(value, q3) > 0 ? [i] : []))
  return { n: values.length, median, q1, q3, iqr, consensus: compare(iqr, iqrThreshold) <= 0, outside }
}

/** Share within `width` of the median; consensus from `threshold` on. */
export function panelAgreement(
  values: readonly Fraction[],
  width: Fraction,
  threshold: Fraction,
): { median: Fraction | null; share: Fraction | null; consensus: boolean } {
  const { median } = quartiles(values)
  if (!median) return { median, share: null, consensus: false }
  const near = values.filter((value) => {
    const distance = subtract(value, median)
    return compare(distance, width) <= 0 && compare(subtract(fraction(0), distance), width) <= 0
  })
  const share = fraction(near.length, values.length)
  return { median, share, consensus: compare(share, threshold) >= 0 }
}

/**
 * People of both rounds, by place: the share who changed, and half the sum of the changes of the histogram
 * (Scheibe, Skutsch & Schofer 1975). Throws where the rounds are not of the same people.
 */
export function panelStability(
  round1: readonly number[],
  round2: readonly number[],
  stableBelow: string,
): { changedShare: Fraction | null; netChange: Fraction | null; stable: boolean } {
  if (round1.length !== round2.length) throw new Error('rounds to compare differ in people')
  const n = round1.length
  if (n === 0) return { changedShare: null, netChange: null, stable: false }
  const changed = round1.filter((value, i) => value !== round2[i]).length
  const many = (values: readonly number[], wanted: number) =>
    values.filter((value) => value === wanted).length
  const moved = [...new Set([...round1, ...round2])].reduce(
    (sum, value) => sum + Math.abs(many(round1, value) - many(round2, value)),
    0,
  )
  const netChange = fraction(moved, 2 * n)
  return {
    changedShare: fraction(changed, n),
    netChange,
    stable: compare(netChange, parseFraction(stableBelow)) < 0,
  }
}
