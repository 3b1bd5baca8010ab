// From the answers on cells to the matrix of the room. Pure; the order of ballots never matters. Called by activity.ts.
import { analyseStructure, groupCell, type StructureResult } from './count.ts'

/** 0 to 3 by cell, `cell-<from>-<to>`; absent where that person left it. */
export type CellBallot = Record<string, number>

export interface InfluenceCount extends StructureResult {
  /** Rows influence columns. A cell that nobody filled in counts as no influence. */
  matrix: number[][]
  /** Answers by cell. */
  answers: number[][]
  /** Cells [from, to] on which answers are far apart: worth a talk before anything is read. */
  discuss: [from: number, to: number][]
}

/** Low median of each cell, then direct and indirect influence. */
export function countInfluence(
  variables: number,
  maxPower: number,
  ballots: readonly CellBallot[],
): InfluenceCount {
  const places = Array.from({ length: variables }, (_, i) => i)
  const given = (from: number, to: number) => {
    const cell = `cell-${from}-${to}`
    return ballots.flatMap((ballot) => (Object.hasOwn(ballot, cell) ? [ballot[cell]!] : []))
  }
  const cells = places.map((from) => places.map((to) => given(from, to)))
  const matrix = cells.map((row) => row.map((answers) => groupCell(answers).value))
  return {
    ...analyseStructure(matrix, maxPower),
    matrix,
    answers: cells.map((row) => row.map((answers) => answers.length)),
    discuss: places.flatMap((from) =>
      places.flatMap((to): [number, number][] => (groupCell(cells[from]![to]!).discuss ? [[from, to]] : [])),
    ),
  }
}
