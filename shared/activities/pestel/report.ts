// What remains of rated cards: a line each, those that call for the most attention first. Called by activity.ts and the wall.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { byRank } from '../../report/rounds.ts'
import { isHidden, warningOf, type CardCount, type CardPaper } from './rating.ts'

/** Ends of the message keys of the columns, in their order. */
export function ratingHead({ card, grids }: CardPaper, t: Translate): string[] {
  return [
    t('table.place'),
    t('table.rated'),
    ...grids.map(({ id }) => t(`criterion.${id}`)),
    t(`score.${card}`),
  ]
}

/** Every card with its medians; those without a score last. */
export function ratingRows(
  { subjects, grids }: CardPaper,
  { items, order }: CardCount,
  t: Translate,
): (string | number)[][] {
  const figure = (value: number | null | undefined) =>
    typeof value === 'number' ? t('figure', { value: Math.round(100 * value) / 100 + 0 }) : ''
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) + 1 : null)
  return byRank(subjects, place).flatMap(({ option: { id, label }, rank }) => {
    const item = items[id]
    if (!item) return []
    const medians = grids.map((grid) => {
      const warning = grid.id === 'warning' ? warningOf(item) : null
      return warning ? t(`level.warning.${warning}`) : figure(item.medians[grid.id])
    })
    return [[rank ?? '', isHidden(item) ? t('hidden', { label }) : label, ...medians, figure(item.score)]]
  })
}

/** The table, and how it is counted. */
export function ratingBlocks(paper: CardPaper, result: CardCount, t: Translate): Block[] {
  return [
    { type: 'table', title: t('result'), head: ratingHead(paper, t), rows: ratingRows(paper, result, t) },
    { type: 'text', text: t(`howCounted.${paper.card}`) },
  ]
}
