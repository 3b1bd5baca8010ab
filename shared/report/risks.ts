// What remains of risks that a room has rated: a table, the most critical first. Called by the activities that rate causes.
import type { Cause, CausesResult } from '../counting/risks.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Paper } from '../voting.ts'
import type { Block } from './blocks.ts'
import { byRank } from './rounds.ts'

/** The causes with their medians and their product, and how it is counted. */
export function riskBlocks(paper: Paper, result: CausesResult, t: Translate): Block[] {
  const place = new Map(result.order.map((option, i) => [option, i + 1]))
  return [
    {
      type: 'table',
      title: t('result'),
      head: ['table.place', 'table.cause', 'axis.x', 'axis.y', 'table.criticality'].map((key) => t(key)),
      rows: byRank(paper.options, (id) => place.get(id)).map(({ option, rank }) => [
        rank ?? '',
        option.label,
        ...cells(result.items[option.id], t),
      ]),
    },
    { type: 'text', text: t('howCounted') },
  ]
}

function cells(cause: Cause | undefined, t: Translate): string[] {
  const shown = (value: number | null | undefined) =>
    typeof value === 'number' ? t('figure', { value }) : ''
  return [shown(cause?.likelihood), shown(cause?.severity), shown(cause?.criticality)]
}
