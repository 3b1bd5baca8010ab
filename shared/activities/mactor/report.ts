// What remains of actor strategies: weights, both matrices, ties between actors, objectives; and that the formulas are those of the literature.
import { parseFraction } from '../../counting/fraction.ts'
import { roundHalfUp } from '../../counting/scale.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { drawInfluence } from '../../report/influence.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { ActorsPaper } from './activity.ts'
import type { ActorsCount } from './cells.ts'
import { actorsOf, aimsOf } from './drawing.ts'

/** Blocks of every round. */
export function actorsReport({ rounds, t }: ReportInput<unknown, ActorsPaper, ActorsCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => {
    const names = actorsOf(paper).map(({ label }) => label)
    const matrix = (
      title: string,
      columns: readonly string[],
      values: readonly (readonly number[])[],
    ): Block => ({
      type: 'table',
      title,
      head: ['', ...columns],
      rows: names.map((name, i) => [name, ...(values[i] ?? []).map((value) => figure(value, t))]),
    })
    const [, , weighted] = result.orders
    return [
      powers(actorsOf(paper), result, t),
      aims(paper, result, t),
      matrix(t('view.mid'), names, result.direct),
      matrix(t('table.midi'), names, result.midi),
      matrix(t('view.mao'), paper.grids[1].columns, result.positions),
      ...(weighted
        ? [
            matrix(t('table.convergence'), names, weighted.convergence),
            matrix(t('table.divergence'), names, weighted.divergence),
          ]
        : []),
      ...(result.empty > 0
        ? [{ type: 'text' as const, text: t('advice.empty', { count: result.empty }) }]
        : []),
      { type: 'text', text: t('howCounted') },
    ]
  })
}

function powers(actors: ReturnType<typeof actorsOf>, result: ActorsCount, t: Translate): Block {
  const { influence, dependence, weightNorm, orders } = result
  return {
    type: 'drawing',
    title: t('result'),
    drawing: drawInfluence(actors, result, ['dominant', 'relay', 'autonomous', 'dominated'], t),
    head: ['actor', 'influence', 'dependence', 'weight', 'ambivalence'].map((key) => t(`table.${key}`)),
    rows: actors.map(({ label }, a) => [
      label,
      influence[a]!,
      dependence[a]!,
      figure(roundHalfUp(parseFraction(weightNorm[a]!), 2), t),
      figure(orders[2]?.ambivalence[a] ?? null, t),
    ]),
  }
}

function aims(paper: ActorsPaper, result: ActorsCount, t: Translate): Block {
  return {
    type: 'table',
    title: t('view.objectives'),
    head: ['objective', 'pro', 'contra', 'net'].map((key) => t(`table.${key}`)),
    rows: aimsOf(paper, result).map(({ label, pro, contra, net }) => [
      label,
      ...[pro, contra, net].map((value) => figure(value, t)),
    ]),
  }
}

/** Two decimals; nothing where there is nothing to say. */
function figure(value: number | null, t: Translate): string {
  return value === null ? '' : t('figure', { value: Math.round(value * 100) / 100 + 0 })
}
