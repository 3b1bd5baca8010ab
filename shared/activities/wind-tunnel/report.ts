// What remains of a wind tunnel: a table of options by scenarios, the most robust first, and how it was counted.
import { parseFraction } from '../../counting/fraction.ts'
import { roundHalfUp } from '../../counting/scale.ts'
import type { Block } from '../../report/blocks.ts'
import { drawGrid } from '../../report/grid.ts'
import { byRank, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { WindPaper } from './activity.ts'
import type { WindCount } from './cells.ts'

/** Blocks of every round. */
export function windReport({ rounds, t }: ReportInput<unknown, WindPaper, WindCount>): Block[] {
  const figure = (value: number | null) => (value === null ? '' : t('figure', { value }))
  return roundBlocks(rounds, t, (paper, { results, robustOrder }) => {
    const place = new Map(robustOrder.map((option, i) => [option, i + 1]))
    const ranked = byRank(paper.items, (id) => place.get(id))
    const [worst, best] = [paper.min, paper.max]
    const drawing = drawGrid(
      t('result'),
      paper.scenarios,
      ranked.map(({ option }) => ({
        label: option.label,
        cells: results[option.id]!.cells.map((value) =>
          value === null ? null : { text: figure(value), share: (value - worst) / (best - worst) },
        ),
      })),
    )
    return [
      {
        ...(drawing ? { type: 'drawing', drawing } : { type: 'table' }),
        title: t('result'),
        head: [
          t('table.place'),
          t('table.option'),
          ...paper.scenarios,
          ...['table.min', 'table.mean', 'table.regret'].map((key) => t(key)),
        ],
        rows: ranked.map(({ option, rank }) => {
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
