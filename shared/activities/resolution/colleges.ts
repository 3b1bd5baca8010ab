// Colleges: groups of members whose votes are reported with a fixed weight. Called where a roll names colleges.
// Source: French law 47-1775 of 10 September 1947, art. 19 octies (SCIC: at least three, each with 10 to 50 % of the votes).
import { figureOf, sumAmounts } from '../../counting/amounts.ts'
import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  parseFraction,
  type Fraction,
} from '../../counting/fraction.ts'
import type { Amount } from '../../voting.ts'
import type { MajorityRule } from './majority.ts'

export interface College {
  weight: Fraction
  for: Amount
  against: Amount
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
 * A college without expressed votes is left out of the total (renormalise) or its weight is lost. Half is not enough;
 * two thirds and unanimity are asked of the weights as they are of votes.
 */
export function countColleges(
  colleges: Readonly<Record<string, College>>,
  mode: 'proportional' | 'majority',
  empty: 'renormalise' | 'lost',
  rule: MajorityRule = 'simple',
): CollegeResult {
  const report = mode === 'proportional' ? proportionOf : majorityPart
  const brought = Object.entries(colleges).map(([name, college]) => {
    const part = isSilent(college) ? null : report(college)
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
    adopted: shareFor !== null && carries(rule, shareFor),
    perCollege: Object.fromEntries(brought.map(({ name, value }) => [name, value])),
  }
}

function carries(rule: MajorityRule, share: Fraction): boolean {
  if (rule === 'two-thirds') return compare(share, fraction(2, 3)) >= 0
  return rule === 'unanimity' ? compare(share, fraction(1)) === 0 : compare(share, fraction(1, 2)) > 0
}

/** The same votes with one voice for each member: shown beside, as it may decide otherwise. */
export function countHeads(colleges: Readonly<Record<string, College>>): {
  for: Amount
  against: Amount
  adopted: boolean
} {
  const all = Object.values(colleges)
  const inFavour = sumAmounts(all.map((college) => college.for))
  const against = sumAmounts(all.map((college) => college.against))
  return { for: inFavour, against, adopted: figureOf(inFavour) > figureOf(against) }
}

function isSilent(college: College): boolean {
  return figureOf(college.for) === 0 && figureOf(college.against) === 0
}

function proportionOf(college: College): Fraction {
  const inFavour = parseFraction(college.for)
  return divide(inFavour, add(inFavour, parseFraction(college.against)))
}

function majorityPart(college: College): Fraction {
  return fraction(1 + compare(parseFraction(college.for), parseFraction(college.against)), 2)
}

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce(add, fraction(0))
}
