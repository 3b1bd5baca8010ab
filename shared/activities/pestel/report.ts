// What remains of rated cards: a line each, those that call for the most attention first. Called by activity.ts and the wall.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import type { Drawing } from '../../report/drawing.ts'
import { drawPlane } from '../../report/plane.ts'
import { byRank, drawnTable } from '../../report/rounds.ts'
import { cardPoints, drawnCards, drawRadar, type DrawnCard } from './drawing.ts'
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

/** The radar or the plane with its table, and how it is counted. */
export function ratingBlocks(
  paper: CardPaper,
  result: CardCount,
  domains: readonly { id: string; label: string }[],
  t: Translate,
): Block[] {
  const cards = drawnCards(paper, result)
  const draw = () => (paper.card === 'weak-signal' ? drawRadar(cards, domains, t) : drawWildCards(cards, t))
  return [
    ...drawnTable(
      cards.length > 0 ? draw() : null,
      { title: t('result'), head: ratingHead(paper, t), rows: ratingRows(paper, result, t) },
      t('nothingRated'),
    ),
    { type: 'text', text: t(`howCounted.${paper.card}`) },
  ]
}

/** How likely to the right, how large the effect upwards. */
function drawWildCards(cards: readonly DrawnCard[], t: Translate): Drawing {
  return drawPlane({
    title: t('result'),
    x: { label: t('axis.x'), from: '1', to: '5' },
    y: { label: t('axis.y'), from: '0', to: '5' },
    cut: { x: 0.5, y: 0.5 },
    corners: [t('corner.surprise'), t('corner.brace'), t('corner.ignore'), t('corner.watch')],
    points: cardPoints(cards),
  })
}
