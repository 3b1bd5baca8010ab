// Structural analysis: direct and indirect influence of variables on each other (Duperrin & Godet 1973; Godet 1994).
// Pure and exact: powers are whole numbers of any size. Called by the activity and by the worked examples.
import { competitionRanks } from '../../voting.ts'

export type InfluenceQuadrant = 'driver' | 'relay' | 'result' | 'autonomous'

/** Sums and ranks in the order of the variables. */
export interface PowerRow {
  power: number
  influence: number[]
  dependence: number[]
  rankInfluence: number[]
  rankDependence: number[]
}

export interface StructureResult {
  direct: Omit<PowerRow, 'power'> & { quadrants: InfluenceQuadrant[] }
  history: PowerRow[]
  /** stable: two powers in a row rank alike; nilpotent: without loops all powers end in zero; else the limit was met. */
  status: 'stable' | 'nilpotent' | 'max-power'
  powerUsed: number
  indirectQuadrants: InfluenceQuadrant[]
}

type Matrix = readonly (readonly bigint[])[]

interface Power {
  influence: bigint[]
  dependence: bigint[]
  row: PowerRow
}

/**
 * Row sums (influence) and column sums (dependence) of a matrix and of its powers, until ranks stay from one power to the
 * next. Quadrants are cut at the mean of each axis; on the mean counts as high.
 */
export function analyseStructure(matrix: readonly (readonly number[])[], maxPower: number): StructureResult {
  const direct = matrix.map((row) => row.map(BigInt))
  const powers = [powerOf(direct, 1)]
  let status: StructureResult['status'] = 'max-power'
  let matrixPower: Matrix = direct
  for (let power = 2; power <= maxPower && status === 'max-power'; power++) {
    matrixPower = product(matrixPower, direct)
    const next = powerOf(matrixPower, power)
    if (next.influence.every((sum) => sum === 0n)) status = 'nilpotent'
    else {
      if (power > 2 && sameRanks(powers.at(-1)!.row, next.row)) status = 'stable'
      powers.push(next)
    }
  }
  const used = status === 'stable' ? powers.at(-2)! : powers.at(-1)!
  const { power: _, ...first } = powers[0]!.row
  return {
    direct: { ...first, quadrants: quadrantsOf(powers[0]!) },
    history: powers.map(({ row }) => row),
    status,
    powerUsed: used.row.power,
    indirectQuadrants: quadrantsOf(used),
  }
}

function powerOf(matrix: Matrix, power: number): Power {
  const influence = matrix.map(sum)
  const dependence = matrix.map((_, column) => sum(matrix.map((row) => row[column]!)))
  return {
    influence,
    dependence,
    row: {
      power,
      influence: influence.map(Number),
      dependence: dependence.map(Number),
      rankInfluence: ranksOf(influence),
      rankDependence: ranksOf(dependence),
    },
  }
}

function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => b.map((_, column) => sum(row.map((cell, k) => cell * b[k]![column]!))))
}

function ranksOf(sums: bigint[]): number[] {
  return competitionRanks(sums, (a, b) => (a > b ? -1 : a < b ? 1 : 0))
}

function sameRanks(a: PowerRow, b: PowerRow): boolean {
  const same = (one: number[], other: number[]) => one.every((rank, i) => rank === other[i])
  return same(a.rankInfluence, b.rankInfluence) && same(a.rankDependence, b.rankDependence)
}

function quadrantsOf({ influence, dependence }: Power): InfluenceQuadrant[] {
  const isHigh = (sums: bigint[], i: number) => sums[i]! * BigInt(sums.length) >= sum(sums)
  return influence.map((_, i) => {
    if (isHigh(influence, i)) return isHigh(dependence, i) ? 'relay' : 'driver'
    return isHigh(dependence, i) ? 'result' : 'autonomous'
  })
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((all, value) => all + value, 0n)
}
