// What remains of a structural analysis: ranks and quadrants, direct and indirect, the matrix, the cells to talk about.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { InfluencePaper } from './activity.ts'
import type { InfluenceCount } from './cells.ts'

/** Blocks of every round. */
export function influenceReport({
  rounds,
  t,
}: ReportInput<unknown, InfluencePaper, InfluenceCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => [
    ranks(paper, result, t),
    {
      type: 'text',
      text: t('powers', { status: result.status, power: result.powerUsed }),
    },
    {
      type: 'table',
      title: t('table.matrix'),
      head: ['', ...paper.variables.map((_, i) => String(i + 1))],
      rows: paper.variables.map(({ label }, i) => [
        t('numbered', { number: i + 1, label }),
        ...result.matrix[i]!,
      ]),
    },
    ...toDiscuss(paper, result, t),
    { type: 'text', text: t('howCounted') },
  ])
}

function ranks({ variables }: InfluencePaper, result: InfluenceCount, t: Translate): Block {
  const { direct, history, powerUsed, indirectQuadrants } = result
  const indirect = history.find(({ power }) => power === powerUsed) ?? direct
  const order = variables
    .map((_, i) => i)
    .sort((i, j) => indirect.rankInfluence[i]! - indirect.rankInfluence[j]! || i - j)
  const columns = [
    'variable',
    'influence',
    'dependence',
    'rank',
    'quadrant',
    'indirectRank',
    'indirectQuadrant',
  ]
  return {
    type: 'table',
    title: t('result'),
    head: columns.map((column) => t(`table.${column}`)),
    rows: order.map((i) => [
      variables[i]!.label,
      direct.influence[i]!,
      direct.dependence[i]!,
      direct.rankInfluence[i]!,
      t(`quadrant.${direct.quadrants[i]!}`),
      indirect.rankInfluence[i]!,
      t(`quadrant.${indirectQuadrants[i]!}`),
    ]),
  }
}

function toDiscuss({ variables }: InfluencePaper, { discuss }: InfluenceCount, t: Translate): Block[] {
  if (discuss.length === 0) return []
  return [
    {
      type: 'table',
      title: t('table.discuss'),
      head: [t('table.from'), t('table.to')],
      rows: discuss.map(([from, to]) => [variables[from]!.label, variables[to]!.label]),
    },
  ]
}
