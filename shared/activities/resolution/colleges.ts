// Colleges: groups of members whose votes are reported with a fixed weight. Called where a roll names colleges.
// Source: French law 47-1775 of 10 September 1947, art. 19 octies (SCIC: at least three, each with 10 to 50 % of the votes).
import { add, compare, fraction, multiply, type Fraction } from '../../counting/fraction.ts'

export interface College {
  weight: Fraction
  for: number
  against: number
}

export interface CollegeResult {
  weightFor: Fraction
  weightTotal: Fraction
  /** Null where no college has expressed a vote. */
  shareFor: Fraction | null
  adopted: boolean
  /** Weight brought by each college; null where nobody in it expressed a vote. */
  perCollege: Record<string, Fraction | null>
}

/**
 * proportional: a college brings its weight times for / (for + against); majority: all of it to the winner, half at a tie.
 * A college without expressed votes is left out of the total (renormalise) or its weight is lost. Half is not enough.
 */
export function countColleges(
  colleges: Readonly<Record<string, College>>,
  mode: 'proportional' | 'majority',
  empty: 'renormalise' | 'lost',
): CollegeResult {
  const report = mode === 'proportional' ? proportionOf : majorityPart
  const brought = Object.entries(colleges).map(([name, college]) => {
    const part = college.for + college.against === 0 ? null : report(college)
    return { name, weight: college.weight, value: part && multiply(college.weight, part) }
  })
  const counted = brought.filter(({ value }) => empty === 'lost' || value !== null)
  const weightFor = sum(brought.flatMap(({ value }) => value ?? []))
  const weightTotal = sum(counted.map(({ weight }) => weight))
  const shareFor =
    brought.every(({ value }) => value === null) || weightTotal.num === 0n
      ? null
      : multiply(weightFor, fraction(weightTotal.den, weightTotal.num))
  return {
    weightFor,
    weightTotal,
    shareFor,
    adopted: shareFor !== null && compare(shareFor, fraction(1, 2)) > 0,
    perCollege: Object.fromEntries(brought.map(({ name, value }) => [name, value])),
  }
}

/** The same votes with one voice for each member: shown beside, as it may decide otherwise. */
export function countHeads(colleges: Readonly<Record<string, College>>): {
  for: number
  against: number
  adopted: boolean
} {
  const all = Object.values(colleges)
  const inFavour = all.reduce((total, college) => total + college.for, 0)
  const against = all.reduce((total, college) => total + college.against, 0)
  return { for: inFavour, against, adopted: inFavour > against }
}

function proportionOf(college: College): Fraction {
  return fraction(college.for, college.for + college.against)
}

function majorityPart(college: College): Fraction {
  return fraction(1 + Math.sign(college.for - college.against), 2)
}

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce(add, fraction(0))
}
