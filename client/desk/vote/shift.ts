// How a second vote differs from the one before, option by option. Pure. Called by Shift.svelte.
import type { OptionEntry } from '../../../shared/voting.ts'

export interface ShiftRow {
  label: string
  /** Null where the option was not in the earlier vote. */
  before: number | null
  now: number
}

/** One row for each option of the paper, in its order; null where the method has no number for each option. */
export function shiftOf(
  options: readonly OptionEntry[],
  earlier: unknown,
  result: unknown,
): ShiftRow[] | null {
  const [before, now] = [numbersOf(earlier), numbersOf(result)]
  if (!before || !now) return null
  const rows = options.flatMap(({ id, label }) =>
    now[id] === undefined ? [] : [{ label, before: before[id] ?? null, now: now[id] }],
  )
  return rows.length > 0 ? rows : null
}

/** Dots, credits or ballots by option, whichever the result has. */
function numbersOf(result: unknown): Record<string, number> | null {
  if (typeof result !== 'object' || result === null) return null
  const { totals, counts } = result as { totals?: unknown; counts?: unknown }
  const numbers = totals ?? counts
  if (typeof numbers !== 'object' || numbers === null || Array.isArray(numbers)) return null
  return Object.values(numbers).every((value) => typeof value === 'number')
    ? (numbers as Record<string, number>)
    : null
}
