// What remains of a Multipol: actions under each policy, robust ones first, and the medians and weights they come from.
import { parseFraction } from '../../counting/fraction.ts'
import { roundHalfUp } from '../../counting/scale.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import type { Drawing } from '../../report/drawing.ts'
import { drawPlane } from '../../report/plane.ts'
import { drawnTable, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { ActionsPaper } from './activity.ts'
import type { ActionsCount } from './count.ts'
import { actionPoints } from './points.ts'

/** Blocks of every round. */
export function actionsReport({ rounds, t }: ReportInput<unknown, ActionsPaper, ActionsCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => {
    const [{ rows: actions, columns: criteria }] = paper.grids
    const figure = (value: string | null | undefined) =>
      value ? t('figure', { value: roundHalfUp(parseFraction(value), 2) }) : ''
    return [
      ...drawnTable(
        result.order.length > 0 ? drawActions(paper, result, t) : null,
        { title: t('result'), head: actionHead(paper, result, t), rows: actionRows(paper, result, t) },
        t('nothingWhole'),
      ),
      {
        type: 'table',
        title: t('table.marks'),
        head: ['', ...criteria],
        rows: actions.map((action, a) => [action, ...(result.marks[a] ?? []).map(figure)]),
      },
      {
        type: 'table',
        title: t('table.weights'),
        head: ['', ...criteria],
        rows: paper.policies.map(({ name }, p) => [name, ...(result.weights[p] ?? []).map(figure)]),
      },
      { type: 'text', text: t('howCounted') },
    ]
  })
}

/** How good upwards, how far apart the policies to the right. */
function drawActions(paper: ActionsPaper, result: ActionsCount, t: Translate): Drawing {
  return drawPlane({
    title: t('result'),
    x: { label: t('axis.x'), from: '0' },
    y: { label: t('axis.y'), from: '0', to: '20' },
    cut: { x: 0.5, y: 0.5 },
    corners: [t('corner.robust'), t('corner.split'), t('corner.steady'), t('corner.weak')],
    points: actionPoints(paper, result),
  })
}

/** Heads of the table of actions. Called by Wall.svelte too, like the rows. */
export function actionHead({ policies }: ActionsPaper, { weighing }: ActionsCount, t: Translate): string[] {
  return [t('table.action'), ...weighing.map((p) => policies[p]!.name), t('table.mean'), t('table.sd')]
}

/** Robust actions first; those that lack a mark come last, without figures. */
export function actionRows(
  { grids: [{ rows }] }: ActionsPaper,
  { actions, order }: ActionsCount,
  t: Translate,
): string[][] {
  const figure = (value: number) => t('figure', { value })
  const rest = rows.map((_, a) => a).filter((a) => !order.includes(a))
  return [...order, ...rest].map((a) => {
    const figures = actions[a]
    if (!figures) return [rows[a]!]
    const exact = [...figures.perPolicy, figures.mean].map((value) =>
      figure(roundHalfUp(parseFraction(value), 2)),
    )
    return [rows[a]!, ...exact, figure(Math.round(100 * figures.sd) / 100)]
  })
}
