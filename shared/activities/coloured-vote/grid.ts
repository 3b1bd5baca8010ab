// From ballots to the grid of a coloured vote: a row for each statement, a column for each person where that is wanted.
// Pure; the order of ballots never matters. Called by activity.ts.
import { forEachOption } from '../../counting/choices.ts'
import { compare, fraction, showFraction, type Fraction } from '../../counting/fraction.ts'
import {
  colourLine,
  consensusOrder,
  greenOrder,
  type Colour,
  type ColourLine,
  type Unknown,
} from './count.ts'

/** The colours as grades: no answer first, then from dark red to dark green. */
export const GRADES: readonly Colour[] = ['N', 'B', 'RF', 'RC', 'O', 'VC', 'VF']

/** Place in GRADES by statement. */
export type ColourBallot = Record<string, number>

/** People from which columns may be shown without pointing at anybody. */
export const ENOUGH = 5

/** What a row asks the room to talk about. */
const FLAGS = ['consensus', 'cleavage', 'doubt', 'reword'] as const
export type ColourFlag = (typeof FLAGS)[number]

/** The figures of a line, fractions as '4/3'. */
export type ShownLine = Omit<ColourLine, 'mean' | 'variance' | 'cleavage'> &
  Record<'mean' | 'variance' | 'cleavage', string | null>

export interface ColourResult {
  n: number
  rows: Record<string, ShownLine & { counts: number[]; flags: ColourFlag[] }>
  /** Statements from the greenest to the reddest, and from consensus to dissensus. */
  rowOrder: string[]
  consensusOrder: string[]
  /** Colours by person, the greenest first, statements in the order of the paper. */
  columns?: (Colour | null)[][]
}

/** Figures of each statement, both orders, and the columns where they are wanted and enough people voted. */
export function tellColours(
  options: readonly string[],
  unknown: Unknown,
  columns: boolean,
  ballots: readonly ColourBallot[],
): ColourResult {
  const cells = ballots.map((ballot) => options.map((option) => colourOf(ballot, option)))
  const lines = options.map((_, row) =>
    colourLine(
      cells.map((column) => column[row]!),
      unknown,
    ),
  )
  const named = (places: number[]) => places.map((place) => options[place]!)
  const rowOf = new Map(options.map((option, row) => [option, row]))
  return {
    n: ballots.length,
    rows: forEachOption(options, (option) => {
      const row = rowOf.get(option)!
      const counts = GRADES.map((colour) => cells.filter((column) => column[row] === colour).length)
      return { ...shownLine(lines[row]!), counts, flags: flagsOf(lines[row]!) }
    }),
    rowOrder: named(greenOrder(lines)),
    consensusOrder: named(consensusOrder(lines)),
    ...(columns && ballots.length >= ENOUGH ? { columns: ordered(cells, unknown) } : {}),
  }
}

function colourOf(ballot: ColourBallot, option: string): Colour | null {
  return (Object.hasOwn(ballot, option) ? GRADES[ballot[option]!] : undefined) ?? null
}

/** Equal columns keep no trace of who came first: their letters decide. */
function ordered(cells: readonly (Colour | null)[][], unknown: Unknown): (Colour | null)[][] {
  const sorted = [...cells].sort((a, b) => (a.join() < b.join() ? -1 : a.join() > b.join() ? 1 : 0))
  return greenOrder(sorted.map((column) => colourLine(column, unknown))).map((place) => sorted[place]!)
}

function flagsOf(line: ColourLine): ColourFlag[] {
  const answers = line.green + line.red + line.orange + line.white + line.black
  const atLeast = (part: number, of: number, whole: number) => answers > 0 && part * whole >= of * answers
  const is: Record<ColourFlag, boolean> = {
    consensus: line.variance !== null && compare(line.variance, fraction(1, 2)) <= 0,
    cleavage: line.cleavage !== null && compare(line.cleavage, fraction(1, 2)) >= 0,
    doubt: atLeast(line.white, 3, 10),
    reword: atLeast(line.black, 1, 5),
  }
  return FLAGS.filter((flag) => is[flag])
}

function shownLine(line: ColourLine): ShownLine {
  const shown = (value: Fraction | null) => value && showFraction(value)
  return { ...line, mean: shown(line.mean), variance: shown(line.variance), cleavage: shown(line.cleavage) }
}
