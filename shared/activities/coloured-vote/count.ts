// Coloured vote: what each statement and each person says in colours, ordered from green to red (after Régnier 1973).
// Pure and exact. Called by the activity and by the worked examples.
import {
  compare,
  fraction,
  averageOf,
  multiply,
  sumOf,
  varianceOf,
  type Fraction,
} from '../../counting/fraction.ts'

/** Dark green to dark red, white (I do not know), black (I refuse to answer). */
export const COLOURS = ['VF', 'VC', 'O', 'RC', 'RF', 'B', 'N'] as const
export type Colour = (typeof COLOURS)[number]

/** What white and black weigh: nothing at all, or as much as orange. */
export type Unknown = 'ignore' | 'zero'

export interface ColourLine {
  sum: number
  /** Answers that the mean is taken of. */
  coloured: number
  mean: Fraction | null
  variance: Fraction | null
  green: number
  red: number
  orange: number
  white: number
  black: number
  empty: number
  /** 2 min(greens, reds) / coloured: from 0 to 1, where the room is cut in two halves. */
  cleavage: Fraction | null
}

const WEIGHTS: Record<Colour, number | null> = { VF: 2, VC: 1, O: 0, RC: -1, RF: -2, B: null, N: null }

/** Figures of one statement (or one person) from its colours; null is a cell left empty. */
export function colourLine(cells: readonly (Colour | null)[], unknown: Unknown = 'ignore'): ColourLine {
  const values = cells.flatMap((cell) =>
    cell === null ? [] : (WEIGHTS[cell] ?? (unknown === 'zero' ? 0 : [])),
  )
  const exact = values.map((value) => fraction(value))
  const many = (...wanted: (Colour | null)[]) => cells.filter((cell) => wanted.includes(cell)).length
  const [green, red] = [many('VF', 'VC'), many('RC', 'RF')]
  return {
    sum: Number(sumOf(exact).num),
    coloured: values.length,
    mean: averageOf(exact),
    variance: varianceOf(exact),
    green,
    red,
    orange: many('O'),
    white: many('B'),
    black: many('N'),
    empty: many(null),
    cleavage: values.length === 0 ? null : fraction(2 * Math.min(green, red), values.length),
  }
}

/** Places from the greenest: mean, then more colours, then less dispersion, then as it was; without colours last. */
export function greenOrder(lines: readonly ColourLine[]): number[] {
  return sorted(
    lines,
    (a, b) => compare(b.mean!, a.mean!) || b.coloured - a.coloured || compare(a.variance!, b.variance!),
  )
}

/** Places from consensus to dissensus: less dispersion, then the farther from the middle. */
export function consensusOrder(lines: readonly ColourLine[]): number[] {
  const square = (value: Fraction) => multiply(value, value)
  return sorted(
    lines,
    (a, b) => compare(a.variance!, b.variance!) || compare(square(b.mean!), square(a.mean!)),
  )
}

function sorted(lines: readonly ColourLine[], better: (a: ColourLine, b: ColourLine) => number): number[] {
  const places = lines.map((_, i) => i)
  const empty = (i: number) => Number(lines[i]!.coloured === 0)
  return places.sort(
    (i, j) => empty(i) - empty(j) || (empty(i) ? i - j : better(lines[i]!, lines[j]!) || i - j),
  )
}
