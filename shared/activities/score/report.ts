// What remains of a score vote: a table by rank with the exact figures, and how it was counted in words.
import { parseFraction } from '../../counting/fraction.ts'
import { roundHalfUp } from '../../counting/scale.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { byRank, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { ScoreCount, ScorePaper } from './activity.ts'
import type { ScoreRow } from './count.ts'

/** Blocks of every round. */
export function scoreReport({ rounds, t }: ReportInput<unknown, ScorePaper, ScoreCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => [
    {
      type: 'table',
      title: t('result'),
      head: [
        'table.rank',
        'table.option',
        'table.mean',
        'table.median',
        'table.n',
        'table.top',
        'table.sd',
      ].map((key) => t(key)),
      rows: byRank(paper.options, (id) => result.results[id]?.rank).map(({ option }) => [
        ...cells(option.label, result.results[option.id], paper.decimals, t),
        sdCell(result.spread?.[option.id]?.sd, t),
      ]),
    },
    {
      type: 'text',
      text: t('howCounted', { missing: paper.missing, voters: result.voters, least: paper.minParticipation }),
    },
  ])
}

/** Results of before tell no spread. */
function sdCell(sd: number | null | undefined, t: Translate): string {
  return typeof sd === 'number' ? t('figure', { value: sd }) : ''
}

function cells(
  label: string,
  row: ScoreRow | undefined,
  decimals: number,
  t: Translate,
): (string | number)[] {
  if (!row || row.mean === null) return [t('unranked'), label, '', '', 0, 0]
  const shown = (value: number) => t('figure', { value })
  return [
    row.rank ?? t('unranked'),
    label,
    shown(roundHalfUp(parseFraction(row.mean), decimals)),
    shown(row.median ?? 0),
    row.n,
    row.topCount,
  ]
}
