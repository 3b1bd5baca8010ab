// What the reports of all voting activities share: rounds without figures said in words, options in published order.
// Called by the activities' reports.
import type { Translate } from '../i18n/translate.ts'
import type { OptionEntry, Paper } from '../voting.ts'
import type { Block } from './blocks.ts'
import type { Drawing } from './drawing.ts'

interface Round<P, R> {
  paper: P
  result?: R
  voted: number
}

/** Blocks of each round; one without a count or without ballots is said in words, and has no ranking. */
export function roundBlocks<P extends Paper, R>(
  rounds: readonly Round<P, R>[],
  t: Translate,
  counted: (paper: P, result: R, voted: number) => Block[],
): Block[] {
  return rounds.flatMap(({ paper, result, voted }) => {
    if (result === undefined) return [{ type: 'text', text: t('notCounted') }]
    return voted === 0 ? [{ type: 'text', text: t('noVotes') }] : counted(paper, result, voted)
  })
}

/** A drawing with its table; where there is nothing to draw, the table alone and why. */
export function drawnTable(
  drawing: Drawing | null,
  table: { title: string; head: string[]; rows: (string | number)[][] },
  why: string,
): Block[] {
  return drawing
    ? [{ type: 'drawing', drawing, ...table }]
    : [
        { type: 'table', ...table },
        { type: 'text', text: why },
      ]
}

/** Options by rank, then in paper order; those without a rank come last. */
export function byRank(
  options: readonly OptionEntry[],
  rankOf: (option: string, index: number) => number | null | undefined,
): { option: OptionEntry; index: number; rank: number | null }[] {
  return options
    .map((option, index) => ({ option, index, rank: rankOf(option.id, index) ?? null }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.index - b.index)
}

/** Labels in a row, each in the quotes of the language. */
export function quotedLabels(options: readonly OptionEntry[], ids: readonly string[], t: Translate): string {
  const chosen = options.filter((option) => ids.includes(option.id))
  return chosen.map(({ label }) => t('quoted', { label })).join(', ')
}

/** The part of a ranking's row that says which option it is. */
export function named({ label, tone }: OptionEntry): { label: string; tone?: string } {
  return tone === undefined ? { label } : { label, tone }
}
