// What remains of a structural analysis: ranks and quadrants, direct and indirect, the matrix, the cells to talk about.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { drawInfluence } from '../../report/influence.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { InfluencePaper } from './activity.ts'
import type { InfluenceCount } from './cells.ts'
import { variablesOf } from './drawing.ts'
import { RANK_COLUMNS, rankRows } from './ranks.ts'

/** Blocks of every round. */
export function influenceReport({
  rounds,
  t,
}: ReportInput<unknown, InfluencePaper, InfluenceCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => {
    const variables = variablesOf(paper)
    const pairs = (title: string, cells: readonly (readonly [number, number])[]): Block[] =>
      cells.length === 0
        ? []
        : [
            {
              type: 'table',
              title,
              head: [t('table.from'), t('table.to')],
              rows: cells.map(([from, to]) => [variables[from]!.label, variables[to]!.label]),
            },
          ]
    return [
      ranks(variables, result, t),
      { type: 'text', text: t('powers', { status: result.status, power: result.powerUsed }) },
      {
        type: 'table',
        title: t('table.matrix'),
        head: ['', ...variables.map((_, i) => String(i + 1))],
        rows: variables.map(({ label }, i) => [
          t('numbered', { number: i + 1, label }),
          ...result.matrix[i]!.map((value, j) => (i !== j && result.answers[i]![j] === 0 ? '' : value)),
        ]),
      },
      ...pairs(t('table.discuss'), result.discuss),
      ...pairs(t('table.potential'), result.potential),
      ...(result.empty > 0
        ? [{ type: 'text' as const, text: t('advice.empty', { count: result.empty }) }]
        : []),
      { type: 'text', text: t('howCounted') },
    ]
  })
}

function ranks(variables: ReturnType<typeof variablesOf>, result: InfluenceCount, t: Translate): Block {
  return {
    type: 'drawing',
    title: t('result'),
    drawing: drawInfluence(variables, result.direct, ['driver', 'relay', 'autonomous', 'result'], t),
    head: RANK_COLUMNS.map((column) => t(`table.${column}`)),
    rows: rankRows(variables, result, t),
  }
}
