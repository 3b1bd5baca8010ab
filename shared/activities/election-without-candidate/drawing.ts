// Who was proposed, with the reasons and what changed since the round before. Called by Wall.svelte.
import type { NamedChoice, OptionEntry } from '../../voting.ts'
import type { Nomination } from './ballot.ts'
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

/** Somebody who changed after the reasons: from whom to whom. */
export interface Change {
  /** Empty where they gave no name. */
  name: string
  from: string
  to: string
}

/** Those who name another person than in the round before, in alphabetical order. */
export function changesOf(options: readonly OptionEntry[], named: readonly NamedChoice[]): Change[] {
  const labels = new Map(options.map(({ id, label }) => [id, label]))
  const labelOf = (said: unknown) => labels.get((said as Partial<Nomination>).option ?? '')
  return named
    .flatMap(({ name = '', choice, was }): Change[] => {
      const [from, to] = [was === undefined ? undefined : labelOf(was), labelOf(choice)]
      return from === undefined || to === undefined || from === to ? [] : [{ name, from, to }]
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}
