// Options of a wind tunnel as rows, the most robust first. Called by Wall.svelte.
import { byRank } from '../../report/rounds.ts'
import type { OptionEntry } from '../../voting.ts'
import type { WindPaper } from './activity.ts'
import type { WindCount, WindRow } from './cells.ts'

export interface DrawnRow extends OptionEntry, WindRow {
  /** Null where a cell is missing. */
  rank: number | null
}

/** Every option that was tested; those that could not be ranked last. */
export function windRows({ items }: WindPaper, { results, robustOrder }: WindCount): DrawnRow[] {
  const place = new Map(robustOrder.map((id, i) => [id, i + 1]))
  return byRank(items, (id) => place.get(id)).flatMap(({ option, rank }) => {
    const row = results[option.id]
    return row ? [{ ...option, ...row, rank }] : []
  })
}
