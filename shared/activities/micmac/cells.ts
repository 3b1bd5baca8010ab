// From the answers on cells to the matrix of the room. Pure; the order of ballots never matters. Called by activity.ts.
import { answersOf, countGrid, type CellBallot, type GridCount, type Level } from '../../counting/grid.ts'
import type { InfluencePaper } from './activity.ts'
import { analyseStructure, type StructureResult } from './count.ts'

/** An influence that is not there today and may come. */
export const POTENTIAL = 'P'
const STRONG = 3

export interface InfluenceCount extends StructureResult, Omit<GridCount, 'values'> {
  n: number
  /** Rows influence columns. A cell that nobody filled in counts as no influence. */
  matrix: number[][]
  /** Cells [from, to] that somebody called potential. */
  potential: [from: number, to: number][]
}

/** Low median of each cell, then direct and indirect influence. */
export function countInfluence(
  { grids: [grid], maxPower, ratings, potential }: InfluencePaper,
  ballots: readonly CellBallot[],
): InfluenceCount {
  const worth = (level: Level) => (level === POTENTIAL ? (potential ? STRONG : 0) : Number(level))
  const { values: matrix, ...counted } = countGrid(grid, answersOf(grid, ballots, worth), ratings)
  const called = answersOf(grid, ballots, (level) => Number(level === POTENTIAL))
  return {
    ...analyseStructure(matrix, maxPower),
    ...counted,
    n: ballots.length,
    matrix,
    potential: called.flatMap((row, from) =>
      row.flatMap((cell, to): [number, number][] => (cell.includes(1) ? [[from, to]] : [])),
    ),
  }
}
