// How a vote differs from the round before, line by line as phones tell a result: it holds for every method. Pure.
// Called by Shift.svelte.
import type { Translate } from '../../../shared/i18n/translate.ts'
import type { PollView } from '../../../shared/wire.ts'
import type { ShortRow } from '../../ballots/result-rows.ts'
import { shortResult } from '../../ballots/results.ts'

export interface ShiftRow {
  label: string
  /** Null where the line was not in the earlier vote. */
  before: string | null
  now: string
}

/** One row for each line of the result, in its order; none where a method has none, or nobody voted in one of the rounds. */
export function shiftOf(
  kind: string,
  { paper, before: paperBefore = paper }: Pick<PollView, 'paper' | 'before'>,
  earlier: unknown,
  result: unknown,
  t: Translate,
): ShiftRow[] {
  const rowsOf = (one: unknown, on: PollView['paper']) =>
    shortResult(kind, { paper: on, voted: 1 }, one, t)?.rows ?? []
  const before = new Map(rowsOf(earlier, paperBefore).map((row) => [keyOf(row), sayOf(row, t)]))
  return rowsOf(result, paper)
    .map((row) => ({ label: row.label, before: before.get(keyOf(row)) ?? null, now: sayOf(row, t) }))
    .filter(({ now }) => now !== '')
}

function keyOf({ option, label }: ShortRow): string {
  return option ?? label
}

/** What a line says in a word: its figure, its verdict, or its rank. */
function sayOf({ figure, verdict, rank, details = [] }: ShortRow, t: Translate): string {
  if (figure && verdict) return `${figure} · ${verdict}`
  return figure ?? verdict ?? (rank === undefined ? (details[0] ?? '') : t('chart.rankOf', { rank }))
}
