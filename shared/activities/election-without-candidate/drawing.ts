// Who was proposed, with the reasons and what changed since the round before. Called by Wall.svelte.
import type { OptionEntry } from '../../voting.ts'
import type { NominationResult } from './count.ts'

export interface Proposed extends OptionEntry {
  count: number
  /** In the round before; null in the first. */
  before: number | null
  reasons: string[]
}

/** People proposed in this round or the one before, in the order of the paper: the count alone elects nobody. */
export function proposed(
  options: readonly OptionEntry[],
  now: NominationResult,
  before?: NominationResult,
): Proposed[] {
  return options
    .map((option) => ({
      ...option,
      count: own(now.tallies, option.id) ?? 0,
      before: before ? (own(before.tallies, option.id) ?? 0) : null,
      reasons: own(now.reasons, option.id) ?? [],
    }))
    .filter(({ count, before }) => count > 0 || (before ?? 0) > 0)
}

function own<T>(values: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}
