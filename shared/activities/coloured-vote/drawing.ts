// How a coloured vote is drawn: rows in one of two orders, a cell for each voice. Pure. Called by Wall.svelte and Look.svelte.
import { byRank } from '../../report/rounds.ts'
import type { OptionEntry } from '../../voting.ts'
import type { ColourPaper } from './activity.ts'
import type { Colour } from './count.ts'
import { GRADES, type ColourFlag, type ColourResult } from './grid.ts'

/** Words of `look`: the order of the rows. */
export const ORDERS = ['acceptance', 'consensus'] as const
export type RowOrder = (typeof ORDERS)[number]

export interface DrawnRow extends OptionEntry {
  /** One for each person, null where that person left it; or one for each voice, the greenest first. */
  cells: (Colour | null)[]
  /** What this row asks of the room before all else; null where nothing stands out. */
  flag: ColourFlag | null
  flags: ColourFlag[]
}

/** A question to be reworded, or one nobody can answer, says nothing of an agreement. */
const URGENT: readonly ColourFlag[] = ['reword', 'doubt', 'cleavage', 'consensus']

function mostUrgent(flags: readonly ColourFlag[]): ColourFlag | null {
  return URGENT.find((flag) => flags.includes(flag)) ?? null
}

export function orderOf(look: readonly string[] | undefined): RowOrder {
  return look?.includes('consensus') ? 'consensus' : 'acceptance'
}

/** Rows in their order. With columns a column is a person; without, the voices of each row are sorted by themselves. */
export function drawnRows(paper: ColourPaper, result: ColourResult, order: RowOrder): DrawnRow[] {
  const ids = order === 'consensus' ? result.consensusOrder : result.rowOrder
  return byRank(paper.options, (id) => ids.indexOf(id)).map(({ option, index }) => {
    const row = result.rows[option.id]
    const voices = [...GRADES.keys()]
      .reverse()
      .flatMap((grade) => Array.from({ length: row?.counts[grade] ?? 0 }, () => GRADES[grade]!))
    return {
      ...option,
      cells: result.columns ? result.columns.map((column) => column[index] ?? null) : voices,
      flag: mostUrgent(row?.flags ?? []),
      flags: row?.flags ?? [],
    }
  })
}

/** How many statements ask for what, each counted once. */
export function flagged(result: ColourResult): Record<ColourFlag, number> {
  const count = (flag: ColourFlag) =>
    Object.values(result.rows).filter(({ flags }) => mostUrgent(flags) === flag).length
  return {
    consensus: count('consensus'),
    cleavage: count('cleavage'),
    doubt: count('doubt'),
    reword: count('reword'),
  }
}

/** Cells narrower than this (pixels of the canvas) carry a sign instead of letters. */
const LETTERED = 44

const WIDEST = 74
/** Room for the cells of a row, beside words and flags. */
const ROOM = 1026

/** How wide a cell is when a row has so many: the words take what is left. */
export function cellWidth(count: number): number {
  return Math.min(WIDEST, ROOM / Math.max(1, count))
}

/** What stands in a cell: letters where they can be read from the last row, else a sign of the same meaning. */
export function markOf(count: number): 'letters' | 'sign' {
  return cellWidth(count) >= LETTERED ? 'letters' : 'sign'
}
