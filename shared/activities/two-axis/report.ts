// What remains of two axes: a table by priority with medians and quadrants, and how it was counted in words.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import type { Drawing } from '../../report/drawing.ts'
import { drawPlane } from '../../report/plane.ts'
import { byRank, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { AxesCount, AxesPaper } from './activity.ts'
import type { AxisItem, Quadrant } from './count.ts'
import { axesPoints, cutOf } from './drawing.ts'
import { axesVerdict, axisNames, quadrantName } from './words.ts'

/** Blocks of every round. */
export function axesReport({ rounds, t }: ReportInput<unknown, AxesPaper, AxesCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => {
    const { x, y } = axisNames(paper, t)
    const place = new Map(result.priority.map((option, i) => [option, i + 1]))
    const verdict = axesVerdict(paper, result, t)
    return [
      ...(verdict === '' ? [] : [{ type: 'text' as const, text: verdict }]),
      {
        type: 'drawing',
        title: t('result'),
        drawing: mapOf(paper, result, t),
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

const CORNERS: Quadrant[] = ['quick-win', 'big-project', 'fill-in', 'avoid']

function mapOf(paper: AxesPaper, result: AxesCount, t: Translate): Drawing {
  const ends = { from: String(paper.min), to: String(paper.max) }
  const { x, y } = axisNames(paper, t)
  return drawPlane({
    title: t('result'),
    x: { label: x, ...ends },
    y: { label: y, ...ends },
    cut: cutOf(paper, result),
    corners: CORNERS.map((corner) => quadrantName(paper, corner, t)) as [string, string, string, string],
    points: axesPoints(paper, result).flatMap(({ place, ...point }) =>
      place === null ? [] : [{ ...point, mark: String(place) }],
    ),
  })
}

function cells(paper: AxesPaper, item: AxisItem | undefined, t: Translate): string[] {
  const shown = (value: number | null | undefined) =>
    typeof value === 'number' ? t('figure', { value }) : ''
  const quadrant = item?.quadrant ? quadrantName(paper, item.quadrant, t) : ''
  return [shown(item?.impact), shown(item?.effort), quadrant]
}
