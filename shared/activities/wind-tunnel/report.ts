// What remains of a wind tunnel: a table of options by scenarios, the most robust first, and how it was counted.
import { parseFraction } from '../../counting/fraction.ts'
import { roundHalfUp } from '../../counting/scale.ts'
import type { Block } from '../../report/blocks.ts'
import { byRank, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { WindPaper } from './activity.ts'
import type { WindCount } from './cells.ts'

/** Blocks of every round. */
export function windReport({ rounds, t }: ReportInput<unknown, WindPaper, WindCount>): Block[] {
  const figure = (value: number | null) => (value === null ? '' : t('figure', { value }))
  return roundBlocks(rounds, t, (paper, { results, robustOrder }) => {
    const place = new Map(robustOrder.map((option, i) => [option, i + 1]))
    return [
      {
        type: 'table',
        title: t('result'),
        head: [
          t('table.place'),
          t('table.option'),
          ...paper.scenarios,
          ...['table.min', 'table.mean', 'table.regret'].map((key) => t(key)),
        ],
        rows: byRank(paper.items, (id) => place.get(id)).map(({ option, rank }) => {
          const { cells, min, mean, maxRegret } = results[option.id]!
          return [
            rank ?? '',
            option.label,
            ...[...cells, min].map(figure),
            mean === null ? '' : figure(roundHalfUp(parseFraction(mean), 2)),
            figure(maxRegret),
          ]
        }),
      },
      { type: 'text', text: t('howCounted') },
    ]
  })
}
