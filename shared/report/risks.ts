// What remains of risks that a room has rated: a map and its table, the most critical first. Called by the activities that rate causes.
import type { Cause, CausesResult, RiskPaper } from '../counting/risks.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Block } from './blocks.ts'
import type { Drawing } from './drawing.ts'
import { byRank } from './rounds.ts'
import { drawSquare } from './square.ts'

/** The causes with their medians and their product, and how it is counted. */
export function riskBlocks(paper: RiskPaper, result: CausesResult, t: Translate): Block[] {
  const place = new Map(result.order.map((option, i) => [option, i + 1]))
  return [
    {
      type: 'drawing',
      title: t('result'),
      drawing: mapOf(paper, result, t),
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

function mapOf(paper: RiskPaper, { items, order }: CausesResult, t: Translate): Drawing {
  const points = order.flatMap((id, i) => {
    const { likelihood, severity } = items[id] ?? {}
    const label = paper.options.find((option) => option.id === id)?.label ?? ''
    if (typeof likelihood !== 'number' || typeof severity !== 'number') return []
    return [{ mark: String(i + 1), label, x: likelihood, y: severity }]
  })
  return drawSquare(paper, points, t)
}

function cells(cause: Cause | undefined, t: Translate): string[] {
  const shown = (value: number | null | undefined) =>
    typeof value === 'number' ? t('figure', { value }) : ''
  return [shown(cause?.likelihood), shown(cause?.severity), shown(cause?.criticality)]
}
