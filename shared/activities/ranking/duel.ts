// One duel of a ranking in words: how many put one option before the other, and how many neither. Called by Wall.svelte and Look.svelte.
import type { Translate } from '../../i18n/translate.ts'
import type { OptionEntry } from '../../voting.ts'
import type { RankingResult } from './count.ts'

/** Ids of the two options whose duel is told. */
export type Pair = [row: string, column: string]

/** The pair that these words name, where both are on the paper and met; null otherwise. */
export function pairOf(look: readonly string[] | undefined, { pairwise }: RankingResult): Pair | null {
  const [a, b] = look ?? []
  if (a === undefined || b === undefined || a === b) return null
  const met = Object.hasOwn(pairwise, a) && Object.hasOwn(pairwise[a]!, b)
  return met ? [a, b] : null
}

/** "14 people put A before B, 9 B before A, 2 rank them equal"; whoever ranked neither has them equal. */
export function duelSentence(
  { pairwise, n }: Pick<RankingResult, 'pairwise' | 'n'>,
  [a, b]: Pair,
  labelOf: (id: string) => string,
  t: Translate,
): string {
  const [own, other] = [pairwise[a]?.[b] ?? 0, pairwise[b]?.[a] ?? 0]
  return t('duel', { a: labelOf(a), b: labelOf(b), own, other, equal: n - own - other })
}

/** The label of each option by its id; empty for one that left. */
export function labelsOf(
  options: readonly OptionEntry[],
  shown = (label: string) => label,
): (id: string) => string {
  return (id) => shown(options.find((option) => option.id === id)?.label ?? '')
}
