// Matrices, colours and combinations: method of a vector -> our function for it, in the shape of its expectation. Part of methods.ts.
import {
  colourLine,
  consensusOrder,
  greenOrder,
  type Colour,
  type ColourLine,
  type Unknown,
} from '../../shared/activities/coloured-vote/count.ts'
import { analyseActors, type ActorsOrder } from '../../shared/activities/mactor/count.ts'
import { analyseStructure } from '../../shared/activities/micmac/count.ts'
import { combine, type Place } from '../../shared/activities/morphological/count.ts'
import { groupCell } from '../../shared/counting/cells.ts'
import { checkCoherence } from '../../shared/counting/cross-impact.ts'
import { dealOf } from '../../shared/counting/deal.ts'
import { parseFraction, showFraction, toNumber, type Fraction } from '../../shared/counting/fraction.ts'
import { comparePolicies } from '../../shared/counting/multipol.ts'

type Cells = (Colour | null)[][]

interface ColourInput {
  items: string[]
  voters: string[]
  matrix: Cells
}

interface MactorInput {
  directInfluence: number[][]
  valuedPositions: number[][]
}

interface MorphologyInput {
  parameters: [string, string[]][]
  excludedPairs: [[string, string], [string, string]][]
}

type Texts = Record<string, Record<string, number | string>>

const shown = (value: Fraction | null) => value && showFraction(value)
const drawn = (value: Fraction | null) => value && toNumber(value)
const numbers = (rows: Fraction[][]) => rows.map((row) => row.map(toNumber))

/** Zero is a number in these tables, and everything else an exact text. */
const exact = (rows: Fraction[][]) =>
  rows.map((row) => row.map((cell) => (cell.num === 0n ? 0 : showFraction(cell))))

function mapped<A, B>(all: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, change(value)]))
}

function asked<T extends object>(result: T, keys: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(result).filter(([key]) => keys.includes(key))) as Partial<T>
}

const columnsOf = (matrix: Cells) => (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]!))
const lineShown = (line: ColourLine) => ({
  ...line,
  mean: shown(line.mean),
  variance: shown(line.variance),
  cleavage: shown(line.cleavage),
})

function abaque({ items, voters, matrix }: ColourInput) {
  const rows = matrix.map((row) => colourLine(row))
  const cols = columnsOf(matrix).map((column) => colourLine(column))
  return {
    rows: rows.map(lineShown),
    cols: cols.map(lineShown),
    rowOrder: greenOrder(rows).map((i) => items[i]),
    colOrder: greenOrder(cols).map((i) => voters[i]),
    consensusOrder: consensusOrder(rows).map((i) => items[i]),
  }
}

function abaqueUnknown({ items, matrix }: ColourInput) {
  const read = (unknown: Unknown) => {
    const rows = matrix.map((row) => colourLine(row, unknown))
    return { rowMeans: rows.map(({ mean }) => shown(mean)), rowOrder: greenOrder(rows).map((i) => items[i]) }
  }
  return { ignore: read('ignore'), zero: read('zero') }
}

function mactor({ directInfluence, valuedPositions }: MactorInput, keys: readonly string[]) {
  const result = analyseActors(directInfluence, valuedPositions)
  const [first, second, third] = result.orders
  const ambivalence = (order: ActorsOrder, show: (value: Fraction | null) => string | number | null) =>
    order.ambivalence.map((value) => show(value))
  return asked(
    {
      MIDI: result.midi,
      I: result.influence,
      D: result.dependence,
      R: result.weight.map(shown),
      Rnorm: result.weightNorm.map(shown),
      MAO1: numbers(first.mao),
      CAA1: numbers(first.convergence),
      DAA1: numbers(first.divergence),
      CAA2: exact(second.convergence),
      DAA2: exact(second.divergence),
      MAO3: numbers(third.mao),
      CAA3: numbers(third.convergence),
      DAA3: numbers(third.divergence),
      ambivalence1: ambivalence(first, shown),
      ambivalence2: ambivalence(second, shown),
      ambivalence3: ambivalence(third, drawn),
      mobilisation: result.mobilisation.map(toNumber),
      net: result.net.map(toNumber),
    },
    keys,
  )
}

function morphology({ parameters, excludedPairs }: MorphologyInput) {
  const placeOf = ([name, value]: [string, string]): Place => {
    const at = parameters.findIndex(([parameter]) => parameter === name)
    return [at, parameters[at]![1].indexOf(value)]
  }
  const excluded = excludedPairs.map(([a, b]) => [placeOf(a), placeOf(b)] as const)
  const result = combine(
    parameters.map(([, values]) => values.length),
    excluded,
  )
  return {
    ...result,
    consistent: result.consistent.map((row) => row.map((value, i) => parameters[i]![1][value])),
  }
}

function multipol({ scores, policies }: { scores: Texts; policies: Texts }) {
  const parsed = (table: Texts) => mapped(table, (row) => mapped(row, parseFraction))
  const { perPolicy, summary } = comparePolicies(parsed(scores), parsed(policies))
  return {
    perPolicy: mapped(perPolicy, (row) => mapped(row, showFraction)),
    summary: mapped(summary, ({ mean, variance, sd }) => ({
      mean: shown(mean),
      variance: shown(variance),
      sd,
    })),
  }
}

function smic({ Pi, Pj, PiGivenJ, PiGivenNotJ }: Record<'Pi' | 'Pj' | 'PiGivenJ' | 'PiGivenNotJ', string>) {
  const found = checkCoherence({
    pi: parseFraction(Pi),
    pj: parseFraction(Pj),
    piGivenJ: parseFraction(PiGivenJ),
    piGivenNotJ: parseFraction(PiGivenNotJ),
  })
  const { rebuilt, coherent, pJGivenI, scenarios } = found
  if (!scenarios) return { rebuilt: shown(rebuilt), coherent }
  const { both, onlyI, onlyJ, none } = mapped({ ...scenarios }, showFraction)
  return {
    rebuilt: shown(rebuilt),
    coherent,
    pJgivenI: shown(pJGivenI),
    scenarios: { ij: both, 'i not j': onlyI, 'j not i': onlyJ, none },
  }
}

export const STRUCTURES = {
  abaque_regnier: abaque,
  abaque_unknown: abaqueUnknown,
  mactor,
  micmac: ({ matrix, maxPower }: { matrix: number[][]; maxPower: number }) =>
    analyseStructure(matrix, maxPower),
  micmac_assignment: ({ cases }: { cases: [number, number, number][] }) => ({
    cells: cases.map(
      ([variables, people, ratings]) => dealOf(variables * (variables - 1), people, ratings).each,
    ),
  }),
  micmac_cells: ({ cells }: { cells: number[][] }) => {
    const found = cells.map(groupCell)
    return { values: found.map(({ value }) => value), discuss: found.map(({ discuss }) => discuss) }
  },
  morphological: morphology,
  multipol,
  smic_coherence: smic,
}
