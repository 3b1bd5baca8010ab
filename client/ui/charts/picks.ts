// Rows and figures of a vote whose ballots name several options. Called by the faces of multiple choice and approval.
import type { PickResult } from '../../../shared/counting/picks.ts'
import type { Translate } from '../../../shared/i18n/translate.ts'
import { byRank } from '../../../shared/report/rounds.ts'
import { percent, type OptionEntry } from '../../../shared/voting.ts'
import type { ChartRow } from './rows.ts'
import { tableOf, type Table } from './table.ts'

/** Options by rank, with their part of the ballots that name one, and how many do. */
export function pickRows(
  options: readonly OptionEntry[],
  { ranks, counts, ballotsCounted }: PickResult,
  kept: (id: string) => boolean,
  t: Translate,
): ChartRow[] {
  return byRank(options, (id) => ranks[id]).map(({ option, rank }) => ({
    ...option,
    rank: rank!,
    kept: kept(option.id),
    figure: t('chart.percent', { share: percent(counts[option.id] ?? 0, ballotsCounted) ?? 0 }),
    detail: t('votes', { count: counts[option.id] ?? 0 }),
  }))
}

/** The same figures as a table. */
export function pickTable(rows: readonly ChartRow[], { counts }: PickResult, t: Translate): Table {
  return tableOf(
    t('result'),
    [t('chart.rank'), t('chart.option'), t('unit'), t('chart.share')],
    rows.map(({ id, rank, label, figure }) => [rank ?? '', label, counts[id] ?? 0, figure]),
  )
}
