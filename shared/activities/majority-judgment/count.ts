// Majority judgment: each proposal gets the grade that a majority stands behind; ties are broken by the majority value.
// Pure; the order of ballots never matters. Called by the activity and by the worked examples.
import { competitionRanks } from '../../voting.ts'
import { ballotsOf, majorityGrade, majorityValue, partingOf, type Tally } from './value.ts'

/** Grade index by option id, 0 the worst. */
export type GradeBallot = Record<string, number>

/** none: tallies already have equal totals. The three others fill or scale what is missing (Mieux Voter). */
export type Missing = 'none' | 'StaticDefault' | 'MedianDefault' | 'Normalized'

export interface JudgmentRule {
  missing: Missing
  /** The grade that StaticDefault fills with. */
  defaultGrade?: number
  participants?: number
}

/** p ballots strictly above the majority grade, q strictly below; shown as "Good +". It never ranks. */
export interface Gauge {
  median: number
  p: number
  q: number
  sign: '+' | '-'
}

/** Lists in the order of the options. */
export interface JudgmentResult {
  ranks: number[]
  /** Null where nobody graded the option. */
  gauge: (Gauge | null)[]
  /** Majority values spelled out; absent where that would be more than `SPELLED` grades. */
  value?: number[][]
  /** Ballots by grade, from the worst, as they were judged (as they were given, for Normalized). */
  tallies: number[][]
}

/** The most grades that `value` spells out; beyond, the tallies say the same in fewer bytes. */
const SPELLED = 10_000

/** How many gave each grade, by option; grades off the scale count for nothing. */
export function tallyGrades(
  options: readonly string[],
  grades: number,
  ballots: readonly GradeBallot[],
): number[][] {
  return options.map((option) => {
    const tally = new Array<number>(grades).fill(0)
    for (const ballot of ballots) {
      const grade = Object.hasOwn(ballot, option) ? ballot[option]! : -1
      if (tally[grade] !== undefined) tally[grade]!++
    }
    return tally
  })
}

/**
 * Ranks, gauges and majority values of tallies (Balinski & Laraki 2007, PNAS 104:8720). Proposals are compared by majority
 * value; only identical tallies tie. Without ballots all share rank 1 and no one has a grade.
 */
export function judge(given: readonly (readonly number[])[], rule: JudgmentRule): JudgmentResult {
  const judged = complete(given.map(toTally), rule)
  const shown = rule.missing === 'Normalized' ? given.map(toTally) : judged
  const spelled = shown.reduce((sum, tally) => sum + ballotsOf(tally), 0n) <= BigInt(SPELLED)
  return {
    ranks: rankTallies(judged),
    gauge: shown.map(gaugeOf),
    ...(spelled ? { value: shown.map(majorityValue) } : {}),
    tallies: shown.map((tally) => tally.map(Number)),
  }
}

/** Ranks of tallies that hold as many ballots each, by majority value; those without a ballot come last. */
export function rankTallies(tallies: Tally[]): number[] {
  return competitionRanks(tallies, better)
}

/** True where proposals were graded by so different numbers of people that scaling their tallies says little: more than a fifth apart. */
export function isLopsided(tallies: readonly (readonly number[])[]): boolean {
  const totals = tallies.map((tally) => tally.reduce((sum, count) => sum + count, 0))
  const most = Math.max(0, ...totals)
  return 5 * (most - Math.min(most, ...totals)) > most
}

/** Adds the tallies of several sessions on the same options. Throws where they are not the same. */
export function mergeTallies(sessions: readonly (readonly (readonly number[])[])[]): number[][] {
  const [first = [], ...others] = sessions
  if (others.some((other) => other.length !== first.length))
    throw new Error('sessions to merge differ in options')
  return first.map((tally, option) =>
    tally.map((count, grade) => others.reduce((sum, other) => sum + countAt(other, option, grade), count)),
  )
}

function countAt(tallies: readonly (readonly number[])[], option: number, grade: number): number {
  const count = tallies[option]?.[grade]
  if (count === undefined) throw new Error('sessions to merge differ in grades')
  return count
}

function toTally(counts: readonly number[]): Tally {
  return counts.map(BigInt)
}

function better(a: Tally, b: Tally): number {
  const [inA, inB] = [ballotsOf(a), ballotsOf(b)]
  if (inA === 0n || inB === 0n) return Number(inA === 0n) - Number(inB === 0n)
  const parting = partingOf(a, b)
  return parting ? parting.grades[1] - parting.grades[0] : 0
}

/** Tallies with as many ballots of each. An option that nobody graded stays empty when the others are scaled. */
function complete(tallies: Tally[], { missing, defaultGrade = 0, participants = 0 }: JudgmentRule): Tally[] {
  if (missing === 'none') return tallies
  if (missing === 'Normalized') {
    const totals = tallies.map(ballotsOf).filter((all) => all > 0n)
    const common = totals.reduce(leastCommonMultiple, 1n)
    return tallies.map((tally) => tally.map((count) => count * (common / (ballotsOf(tally) || 1n))))
  }
  return tallies.map((tally) => {
    const grade = missing === 'MedianDefault' ? (majorityGrade(tally) ?? 0) : defaultGrade
    const absent = BigInt(participants) - ballotsOf(tally)
    return tally.map((count, i) => (i === grade && absent > 0n ? count + absent : count))
  })
}

function gaugeOf(tally: Tally): Gauge | null {
  const median = majorityGrade(tally)
  if (median === null) return null
  const q = Number(ballotsOf(tally.slice(0, median)))
  const p = Number(ballotsOf(tally.slice(median + 1)))
  return { median, p, q, sign: p > q ? '+' : '-' }
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
