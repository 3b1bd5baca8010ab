// The published order of a dot vote, as the wall, the desk and the report show it.
import type { OptionEntry } from '../../voting.ts'
import type { DotResult } from './count.ts'

export interface DotRow extends OptionEntry {
  rank: number
  dots: number
  people: number
  /** Above the line of the requested shortlist. */
  kept: boolean
}

/** Options by rank, then in paper order. The line never cuts a tie: all that are tied at it are kept. */
export function dotRows(options: readonly OptionEntry[], result: DotResult, shortlist: number): DotRow[] {
  return options
    .map((option) => ({
      ...option,
      rank: result.ranks[option.id] ?? 0,
      dots: result.totals[option.id] ?? 0,
      people: result.supporters[option.id] ?? 0,
    }))
    .sort((a, b) => a.rank - b.rank)
    .map((row) => ({ ...row, kept: row.rank <= shortlist && row.dots > 0 }))
}
