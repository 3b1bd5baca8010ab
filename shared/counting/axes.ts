// Options placed on two axes by each person: medians, spread, and which side of the cut they lie on.
// Called by the two-axis exercises; exact until the last step, and the order of ballots never matters.
import { refuse, type Refusal } from '../wire.ts'
import { checkEach } from './choices.ts'
import { compare, parseFraction, subtract, toNumber, type Fraction } from './fraction.ts'
import { quantile, quartiles } from './quantiles.ts'

export interface Place {
  x: number
  y: number
}

/** Where one person puts the options; options left alone are absent. */
export type AxesBallot = Record<string, Place>

/** Places of an option as exact numbers, one of each pair for each person. */
export interface Placed {
  x: Fraction[]
  y: Fraction[]
}

/** The middle of what people said on one axis: median and interquartile range (R's type 7). */
export interface Middle {
  median: Fraction
  spread: Fraction
}

/** A choice from outside to places between `min` and `max` with two decimals, or a refusal. */
export function checkAxes(
  paper: { options: readonly { id: string }[]; min: number; max: number },
  choice: unknown,
): AxesBallot | Refusal {
  const fits = (value: unknown) => typeof value === 'number' && value >= paper.min && value <= paper.max
  return checkEach(paper.options, choice, (value) => {
    const { x, y } = (value ?? {}) as Partial<Place>
    return fits(x) && fits(y) ? { x: hundredths(x!), y: hundredths(y!) } : refuse('bad-request')
  })
}

/** A place is a finger on glass: two decimals are enough, and the same ones everywhere. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

/** Everything said of an option. */
export function placesOf(option: string, ballots: readonly AxesBallot[]): Placed {
  const places = ballots.flatMap((ballot) => (Object.hasOwn(ballot, option) ? [ballot[option]!] : []))
  return { x: places.map(({ x }) => parseFraction(x)), y: places.map(({ y }) => parseFraction(y)) }
}

/** Median and interquartile range; null where nobody placed it. */
export function middleOf(values: readonly Fraction[]): Middle | null {
  const { q1, median, q3 } = quartiles(values)
  return q1 && median && q3 ? { median, spread: subtract(q3, q1) } : null
}

/** The median of the medians: where a room that finds everything high still separates its options. */
export function groupMedian(middles: readonly (Middle | null)[]): Fraction | null {
  const medians = middles.flatMap((middle) => (middle ? [middle.median] : []))
  return quantile(medians, parseFraction('1/2'))
}

/** On the line counts as high. */
export function isHigh(value: Fraction, cut: Fraction): boolean {
  return compare(value, cut) >= 0
}

/** Median and spread as numbers for a result. */
export function shownMiddle(middle: Middle | null): { median: number | null; spread: number | null } {
  return middle
    ? { median: toNumber(middle.median), spread: toNumber(middle.spread) }
    : { median: null, spread: null }
}
