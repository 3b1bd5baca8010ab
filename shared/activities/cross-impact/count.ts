// From stated chances to what goes together and to whole scenarios (Duperrin & Godet 1974). Pure; the order of ballots never
// matters. Called by activity.ts, and by the phone for one ballot of its own.
import { checkCoherence } from '../../counting/cross-impact.ts'
import { divide, fraction, subtract, toNumber, type Fraction } from '../../counting/fraction.ts'
import { cellId, type CellBallot } from '../../counting/grid.ts'
import { quartiles } from '../../counting/quantiles.ts'
import { closestScenarios, type PairTable } from '../../counting/scenarios.ts'
import type { ChancePaper } from './activity.ts'

/** Chances in a hundred, as they are offered. */
export const PERCENTS = Array.from({ length: 21 }, (_, i) => 5 * i)

/** What answers about one hypothesis under another come to, in percent. */
export interface PairCheck {
  /** Places of the hypothesis asked about, and of the one that does or does not come true. */
  of: number
  under: number
  given: number
  givenNot: number
  /** What was stated of it alone, and what follows from the other answers. */
  stated: number
  rebuilt: number
  /** Points between the two. */
  gap: number
  /** Not farther apart than the tolerance. */
  together: boolean
}

export interface Scenario {
  /** By hypothesis: it comes true. */
  happens: boolean[]
  /** Chance from 0 to 1: the mean of what each whole ballot gives it. */
  chance: number
  /** Ballots to which it is the likeliest. */
  first: number
}

export interface ChanceCount {
  n: number
  /** Ballots that answer everything. */
  whole: number
  /** Whole ballots whose answers all go together. */
  coherent: number
  /** Median chance of each hypothesis in percent; null without answers. */
  chances: (number | null)[]
  /** The medians of the room, checked like a ballot; a pair that lacks a figure is left out. */
  pairs: PairCheck[]
  /** The likeliest first; none without a whole ballot. */
  scenarios: Scenario[]
}

type Counted = Pick<ChancePaper, 'grids' | 'tolerance'>
type Ask = (cell: string) => Fraction | null

const PARTS = 1_000_000

/** Everything a room or a report says of the answers. */
export function countChances(paper: Counted, ballots: readonly CellBallot[]): ChanceCount {
  const names = paper.grids[0].rows
  const median: Ask = (cell) =>
    quartiles(
      ballots.flatMap((ballot) => (Object.hasOwn(ballot, cell) ? [fraction(Number(ballot[cell]))] : [])),
    ).median
  const pairs = pairChecks(paper, median)
  const own = ballots.map((ballot) => pairChecks(paper, askOf(ballot)))
  const whole = own.filter(
    (checks) => names.length > 1 && checks.length === names.length * (names.length - 1),
  )
  return {
    n: ballots.length,
    whole: whole.length,
    coherent: whole.filter((checks) => checks.every(({ together }) => together)).length,
    chances: names.map((_, i) => rounded(median(cellId('chance', i, 0)))),
    pairs,
    scenarios: scenariosOf(names.length, whole),
  }
}

/** What one ballot says: each pair it has answered whole. */
export function ownChecks(paper: Counted, ballot: CellBallot): PairCheck[] {
  return pairChecks(paper, askOf(ballot))
}

function askOf(ballot: CellBallot): Ask {
  return (cell) => (Object.hasOwn(ballot, cell) ? fraction(Number(ballot[cell])) : null)
}

function pairChecks({ grids, tolerance }: Counted, ask: Ask): PairCheck[] {
  const places = grids[0].rows.map((_, i) => i)
  return places.flatMap((of) =>
    places.flatMap((under) => {
      const stated = [
        ask(cellId('chance', of, 0)),
        ask(cellId('chance', under, 0)),
        ask(cellId('if', under, of)),
        ask(cellId('ifnot', under, of)),
      ]
      const [pi, pj, given, givenNot] = stated.map((value) => value && part(value))
      if (of === under || !pi || !pj || !given || !givenNot) return []
      const { rebuilt } = checkCoherence({ pi, pj, piGivenJ: given, piGivenNotJ: givenNot })
      const gap = Math.abs(toNumber(subtract(rebuilt, pi))) * 100
      return {
        ...{ of, under, given: percent(given), givenNot: percent(givenNot) },
        ...{ stated: percent(pi), rebuilt: percent(rebuilt) },
        gap: Math.round(gap * 100) / 100,
        together: gap <= tolerance + 1e-9,
      }
    }),
  )
}

/** The mean over ballots of the scenarios closest to each; in whole millionths, so that order cannot matter. */
function scenariosOf(count: number, ballots: readonly PairCheck[][]): Scenario[] {
  if (ballots.length === 0) return []
  const own = ballots.map((checks) =>
    closestScenarios(count, tablesOf(checks)).map((chance) => Math.round(chance * PARTS)),
  )
  return Array.from({ length: 2 ** count }, (_, s) => ({
    happens: Array.from({ length: count }, (_, i) => ((s >> i) & 1) === 1),
    chance: Math.round(own.reduce((sum, parts) => sum + parts[s]!, 0) / own.length) / PARTS,
    first: own.filter((parts) => parts[s] === Math.max(...parts)).length,
  })).sort((a, b) => b.chance - a.chance || b.first - a.first)
}

/** Two answers speak of each pair, one from either side: halfway between them is the closest to both. */
function tablesOf(checks: readonly PairCheck[]): PairTable[] {
  return checks
    .filter(({ of, under }) => of < under)
    .map((one) => {
      const other = checks.find(({ of, under }) => of === one.under && under === one.of)!
      const a = jointOf(one, other.stated)
      const [neither, onlySecond, onlyFirst, both] = jointOf(other, one.stated)
      const b = [neither, onlyFirst, onlySecond, both]
      const cells = a.map((value, i) => (value + b[i]!) / 2) as PairTable['cells']
      return { first: one.of, second: one.under, cells }
    })
}

/** Neither, only the one asked about, only the other, both. */
function jointOf({ given, givenNot }: PairCheck, other: number): PairTable['cells'] {
  const [p, q, r] = [other / 100, given / 100, givenNot / 100]
  return [(1 - p) * (1 - r), (1 - p) * r, p * (1 - q), p * q]
}

function part(percents: Fraction): Fraction {
  return divide(percents, fraction(100))
}

function percent(value: Fraction): number {
  return Math.round(toNumber(value) * 10_000) / 100
}

function rounded(value: Fraction | null): number | null {
  return value && Math.round(toNumber(value) * 100) / 100
}
