// What remains of impact and uncertainty: drivers by zone with their medians, and the two that are proposed as axes.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import type { Drawing } from '../../report/drawing.ts'
import { drawPlane } from '../../report/plane.ts'
import { byRank, quotedLabels, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { DriverPaper, DriversCount } from './activity.ts'
import { DRIVER_ZONES, type Driver } from './count.ts'
import { driverPoints } from './drawing.ts'
import { proposedAxes } from './picks.ts'

const CORNERS = ['heavy-trend', 'critical', 'background', 'watch']

/** Blocks of every round. */
export function driversReport({ rounds, t }: ReportInput<unknown, DriverPaper, DriversCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => {
    const place = new Map(result.criticalOrder.map((option, i) => [option, i]))
    const rank = (id: string) => {
      const zone = result.items[id]?.zone
      return zone ? DRIVER_ZONES.indexOf(zone) * paper.options.length + (place.get(id) ?? 0) : null
    }
    return [
      {
        type: 'drawing',
        title: t('result'),
        drawing: mapOf(paper, result, t),
        head: ['table.driver', 'axis.y', 'axis.x', 'table.zone', 'table.ratings'].map((key) => t(key)),
        rows: byRank(paper.options, rank).map(({ option }) => [
          option.label,
          ...cells(result.items[option.id], t),
          result.ratings[option.id] ?? 0,
        ]),
      },
      ...proposal(paper, result, t),
      { type: 'text', text: t('howCounted', { midpoint: paper.midpoint }) },
    ]
  })
}

function proposal(paper: DriverPaper, result: DriversCount, t: Translate): Block[] {
  const axes = proposedAxes(result)
  if (axes.length < 2) return [{ type: 'text', text: t('noAxes') }]
  return [{ type: 'text', text: t('axes', { names: quotedLabels(paper.options, axes, t) }) }]
}

function mapOf(paper: DriverPaper, result: DriversCount, t: Translate): Drawing {
  const cut = (paper.midpoint - paper.min) / (paper.max - paper.min)
  return drawPlane({
    title: t('result'),
    x: { label: t('axis.x'), from: t('axis.x.from'), to: t('axis.x.to') },
    y: { label: t('axis.y'), from: t('axis.y.from'), to: t('axis.y.to') },
    cut: { x: cut, y: cut },
    corners: CORNERS.map((zone) => t(`corner.${zone}`)) as [string, string, string, string],
    points: driverPoints(paper, result).map(({ place, ...point }) => ({ ...point, mark: String(place) })),
  })
}

function cells(driver: Driver | undefined, t: Translate): string[] {
  const shown = (value: number | null | undefined) =>
    typeof value === 'number' ? t('figure', { value }) : ''
  return [shown(driver?.impact), shown(driver?.uncertainty), driver?.zone ? t(`zone.${driver.zone}`) : '']
}
