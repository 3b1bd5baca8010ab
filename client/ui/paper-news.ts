// What a change of the paper means for one ballot. Called by PaperNews. Pure.
import type { OptionEntry } from '../../shared/voting.ts'

/** An option that has left the paper, and whether this ballot said something of it, or nothing else. */
export interface Gone {
  label: string
  concerns: 'nobody' | 'ballot' | 'all'
}

/** A paper, and what a ballot says on it. */
export interface Seen {
  options: readonly OptionEntry[]
  choice: unknown
}

/** True where a choice of any kind names this option: ids are whole words in all of them. */
export function mentions(choice: unknown, id: string): boolean {
  return choice !== null && JSON.stringify(choice).includes(`"${id}"`)
}

/** Options that were there before and are not now. */
export function changesOf(before: Seen, now: Seen): Gone[] {
  const there = new Set(now.options.map(({ id }) => id))
  const left = before.options.filter(({ id }) => !there.has(id))
  return left.map(({ id, label }) => ({
    label,
    concerns: !mentions(before.choice, id) ? 'nobody' : now.choice === null ? 'all' : 'ballot',
  }))
}
