// From scores of cells to the wind tunnel: the median of each cell, then every option against all scenarios.
// Pure; the order of ballots never matters. Called by activity.ts.
import { fraction, showFraction, toNumber, type Fraction } from '../../counting/fraction.ts'
import { quartiles } from '../../counting/quantiles.ts'
import { windTunnel } from './count.ts'

/** Scores by cell, `cell-<option>-<scenario>`; absent is no opinion. */
export type CellBallot = Record<string, number>

export interface WindRow {
  /** Medians by scenario; null where nobody scored the cell. */
  cells: (number | null)[]
  /** The three figures are null where a cell is missing. */
  min: number | null
  /** Exact, as '3/4'. */
  mean: string | null
  maxRegret: number | null
}

export interface WindCount {
  results: Record<string, WindRow>
  /** Options with all their cells, the most robust first. */
  robustOrder: string[]
}

/** Worst case, mean and greatest regret of each option whose cells were all scored by somebody. */
export function countCells(
  items: readonly string[],
  scenarios: number,
  ballots: readonly CellBallot[],
): WindCount {
  const medians = items.map((_, row) =>
    Array.from({ length: scenarios }, (_, column) => medianOf(`cell-${row}-${column}`, ballots)),
  )
  const whole = items.flatMap((item, row) => {
    const cells = medians[row]!.filter((cell) => cell !== null)
    return cells.length === scenarios ? [{ item, cells }] : []
  })
  const { results, robustOrder } = windTunnel(whole.map(({ cells }) => cells))
  const found = new Map(whole.map(({ item }, i) => [item, results[i]!]))
  const rows = items.map((item, row): [string, WindRow] => {
    const cells = medians[row]!.map((cell) => cell && toNumber(cell))
    const figures = found.get(item)
    if (!figures) return [item, { cells, min: null, mean: null, maxRegret: null }]
    const { min, mean, maxRegret } = figures
    return [item, { cells, min: toNumber(min), mean: showFraction(mean), maxRegret: toNumber(maxRegret) }]
  })
  return { results: Object.fromEntries(rows), robustOrder: robustOrder.map((i) => whole[i]!.item) }
}

function medianOf(cell: string, ballots: readonly CellBallot[]): Fraction | null {
  const scores = ballots.flatMap((ballot) => (Object.hasOwn(ballot, cell) ? [fraction(ballot[cell]!)] : []))
  return quartiles(scores).median
}
