// From the answers on cells to what actors can do and want. Pure; the order of ballots never matters. Called by activity.ts.
import { showFraction, toNumber, type Fraction } from '../../counting/fraction.ts'
import { answersOf, countGrid, type CellBallot, type GridCount } from '../../counting/grid.ts'
import type { ActorsPaper } from './activity.ts'
import { analyseActors, type ActorsOrder } from './count.ts'

/** An order of the analysis as numbers, for drawing and for export. */
export interface ShownOrder {
  mao: number[][]
  convergence: number[][]
  divergence: number[][]
  ambivalence: (number | null)[]
}

export interface ActorsCount {
  n: number
  /** Answers to both matrices. */
  mid: Omit<GridCount, 'values'>
  mao: Omit<GridCount, 'values'>
  empty: number
  few: number
  /** Direct influence of actors (rows) on actors, positions of actors on objectives. */
  direct: number[][]
  positions: number[][]
  midi: number[][]
  influence: number[]
  dependence: number[]
  /** Exact, as '77/1653'. */
  weight: string[]
  weightNorm: string[]
  orders: ShownOrder[]
  mobilisation: number[]
  net: number[]
}

/** Low median of each cell, then the analysis of the literature on both matrices. */
export function countActors(
  { grids: [actors, objectives], ratings }: ActorsPaper,
  ballots: readonly CellBallot[],
): ActorsCount {
  const { values: direct, ...mid } = countGrid(actors, answersOf(actors, ballots), ratings)
  const { values: positions, ...mao } = countGrid(objectives, answersOf(objectives, ballots), ratings)
  const result = analyseActors(direct, positions)
  return {
    n: ballots.length,
    mid,
    mao,
    empty: mid.empty + mao.empty,
    few: mid.few + mao.few,
    direct,
    positions,
    midi: result.midi,
    influence: result.influence,
    dependence: result.dependence,
    weight: result.weight.map(showFraction),
    weightNorm: result.weightNorm.map(showFraction),
    orders: result.orders.map(shownOrder),
    mobilisation: result.mobilisation.map(toNumber),
    net: result.net.map(toNumber),
  }
}

function shownOrder({ mao, convergence, divergence, ambivalence }: ActorsOrder): ShownOrder {
  const numbers = (rows: Fraction[][]) => rows.map((row) => row.map(toNumber))
  return {
    mao: numbers(mao),
    convergence: numbers(convergence),
    divergence: numbers(divergence),
    ambivalence: ambivalence.map((value) => value && toNumber(value)),
  }
}
