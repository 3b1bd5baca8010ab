// A matrix that a room fills in cell by cell: what is asked of a cell, what a ballot may say, what the answers come to.
// Pure; the order of ballots never matters. Called by the activities with matrices and by the phone's cells.
import type { Translate } from '../i18n/translate.ts'
import type { OptionEntry } from '../voting.ts'
import { refuse, type Refusal } from '../wire.ts'
import { groupCell } from './cells.ts'
import { checkEach } from './choices.ts'

export type Level = number | string

/** A number, or a word that stands for one (P: potential). */
export type CellBallot = Record<string, Level>

/** Cells are options of the paper, `<grid>-<row>-<column>`. */
export interface Grid {
  id: string
  rows: readonly string[]
  columns: readonly string[]
  levels: readonly Level[]
  /** Rows and columns are the same things: nothing is asked on the diagonal. */
  square?: true
  /** Points that a row shares out among its columns: one answer for the whole row, '5,3,2'. */
  budget?: number
}

/** What may be read off the id of a cell. */
export interface CellPlace {
  grid: string
  row: number
  column: number
}

export function cellId(grid: string, row: number, column: number): string {
  return `${grid}-${row}-${column}`
}

export function placeOf(id: string): CellPlace {
  const [grid = '', row, column] = id.split('-')
  return { grid, row: Number(row), column: Number(column) }
}

/** The cells of a matrix, row by row; `label` names one by its row and its column. */
export function cellsOf(
  { id, rows, columns, square, budget }: Grid,
  label: (row: string, column: string) => string,
): OptionEntry[] {
  if (budget !== undefined)
    return rows.map((from, row) => ({ id: cellId(id, row, 0), label: label(from, '') }))
  return rows.flatMap((from, row) =>
    columns.flatMap((to, column) =>
      square && row === column ? [] : { id: cellId(id, row, column), label: label(from, to) },
    ),
  )
}

/** Points by column, as they are written in a ballot: whole, not below zero, at least one, not more than there are; else null. */
export function readPoints({ columns, budget = 0 }: Grid, value: unknown): number[] | null {
  if (typeof value !== 'string' || !/^\d{1,3}(,\d{1,3})*$/.test(value)) return null
  const points = value.split(',').map(Number)
  const sum = points.reduce((all, one) => all + one, 0)
  return points.length === columns.length && sum > 0 && sum <= budget ? points : null
}

/** A choice as answers to cells, each one of its matrix's levels or null for none; or a refusal. */
export function checkCells(
  paper: { options: readonly { id: string }[]; grids: readonly Grid[] },
  choice: unknown,
): CellBallot | Refusal {
  if (typeof choice !== 'object' || choice === null || Array.isArray(choice)) return refuse('bad-request')
  const sent = choice as Record<string, unknown>
  const fits = new Map(
    paper.grids.map((grid) => {
      const levels = new Set<unknown>(grid.levels)
      return [
        grid.id,
        (value: unknown) =>
          grid.budget === undefined ? levels.has(value) : readPoints(grid, value) !== null,
      ]
    }),
  )
  const wrong = paper.options.some(
    ({ id }) =>
      Object.hasOwn(sent, id) && sent[id] !== null && !fits.get(placeOf(id).grid)?.(plain(sent[id])),
  )
  return wrong
    ? refuse('bad-request')
    : checkEach(paper.options, choice, (value) => (plain(value) ?? undefined) as Level | undefined)
}

function own(ballot: CellBallot, id: string): unknown {
  return Object.hasOwn(ballot, id) ? ballot[id] : undefined
}

/** There is no negative zero. */
function plain(value: unknown): unknown {
  return typeof value === 'number' ? value + 0 : value
}

/** What was said of each cell, as numbers; `worth` turns a level into one. The diagonal of a square has no answers. */
export function answersOf(
  grid: Grid,
  ballots: readonly CellBallot[],
  worth: (level: Level) => number = Number,
): number[][][] {
  return grid.rows.map((_, row) =>
    grid.columns.map((_, column) => {
      if (grid.budget !== undefined)
        return ballots.flatMap(
          (ballot) => readPoints(grid, own(ballot, cellId(grid.id, row, 0)))?.[column] ?? [],
        )
      const id = cellId(grid.id, row, column)
      return ballots.flatMap((ballot) => (Object.hasOwn(ballot, id) ? [worth(ballot[id]!)] : []))
    }),
  )
}

export interface GridCount {
  /** Low median of each cell; 0 where nobody said anything. */
  values: number[][]
  /** How many answered each cell. */
  answers: number[][]
  /** Cells [row, column] whose answers are two apart or more: worth a talk before anything is read. */
  discuss: [row: number, column: number][]
  /** Cells that nobody answered, and cells with fewer answers than wanted. */
  empty: number
  few: number
}

export function countGrid(grid: Grid, answers: readonly number[][][], ratings: number): GridCount {
  const places = grid.rows.flatMap((_, row) =>
    grid.columns.flatMap((_, column) =>
      grid.square && row === column ? [] : [[row, column] as [number, number]],
    ),
  )
  const at = ([row, column]: [number, number]) => answers[row]![column]!
  return {
    values: answers.map((row) => row.map((cell) => groupCell(cell).value)),
    answers: answers.map((row) => row.map((cell) => cell.length)),
    discuss: places.filter((place) => groupCell(at(place)).discuss),
    empty: places.filter((place) => at(place).length === 0).length,
    few: places.filter((place) => at(place).length < ratings).length,
  }
}

/** A level in words: it has words of its own, or all of its matrix have the same around a figure. */
export function levelWord(grid: string, level: Level, t: Translate): string {
  const key = `level.${grid}.${level}`
  const own = t(key, { level })
  return own === key ? t(`level.${grid}`, { level }) : own
}

/** A label short enough to stand in a cell's name. */
export function shortName(label: string, most = 40): string {
  const flat = label.replace(/\s+/g, ' ').trim()
  return flat.length <= most ? flat : `${flat.slice(0, most - 1).trimEnd()}…`
}
