// What remains of two axes: a table by priority with medians and quadrants, and how it was counted in words.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { byRank, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { AxesCount, AxesPaper } from './activity.ts'
import type { AxisItem } from './count.ts'
import { axisNames, quadrantName } from './words.ts'

/** Blocks of every round. */
export function axesReport({ rounds, t }: ReportInput<unknown, AxesPaper, AxesCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => {
    const { x, y } = axisNames(paper, t)
    const place = new Map(result.priority.map((option, i) => [option, i + 1]))
    return [
      {
        type: 'table',
        title: t('result'),
        head: [t('table.place'), t('table.option'), y, x, t('table.quadrant'), t('table.ratings')],
        rows: byRank(paper.options, (id) => place.get(id)).map(({ option, rank }) => [
          rank ?? '',
          option.label,
          ...cells(paper, result.items[option.id], t),
          result.ratings[option.id] ?? 0,
        ]),
      },
      { type: 'text', text: t('howCounted', { cut: paper.cut, midpoint: paper.midpoint, x, y }) },
    ]
  })
}

function cells(paper: AxesPaper, item: AxisItem | undefined, t: Translate): string[] {
  const shown = (value: number | null | undefined) =>
    typeof value === 'number' ? t('figure', { value }) : ''
  const quadrant = item?.quadrant ? quadrantName(paper, item.quadrant, t) : ''
  return [shown(item?.impact), shown(item?.effort), quadrant]
}
