// Rated cards as they are drawn: wild cards on a plane, weak signals on a radar. Pure. Called by Rated.svelte and the report.
import type { Translate } from '../../i18n/translate.ts'
import { BLUE, INK, LINE, QUIET, TABLE, type Drawing, type Mark, type Words } from '../../report/drawing.ts'
import { wrapLines } from '../../report/wrap.ts'
import { blips, pointAt, RINGS } from './radar.ts'
import { isHidden, type CardCount, type CardPaper, type RatedItem } from './rating.ts'

export interface DrawnCard {
  id: string
  label: string
  /** Its rank; empty beyond those that have a number. */
  mark: string
  tone?: string
  domain: string
  hidden: boolean
  item: RatedItem
}

/** Cards that are told by a number. */
export const NUMBERED = 8
const FEW = 3
const MOST_IMPACT = 5

/** Cards with a score, the highest first. */
export function drawnCards({ subjects, domains }: CardPaper, { items, order }: CardCount): DrawnCard[] {
  return order.map((id, i) => {
    const at = subjects.findIndex((one) => one.id === id)
    const { label, tone } = subjects[at]!
    const item = items[id]!
    const mark = i < NUMBERED ? String(i + 1) : ''
    return {
      ...{ id, label, mark, item, domain: domains[at] ?? '', hidden: isHidden(item) },
      ...(tone === undefined ? {} : { tone }),
    }
  })
}

/** How likely to the right, how large upwards, from 0 to 1. */
export function cardPoints(cards: readonly DrawnCard[]) {
  return cards.map(({ id, label, mark, item }) => ({
    ...{ id, label, mark, faint: item.ratings < FEW },
    x: ((item.medians['likelihood'] ?? 1) - 1) / 4,
    y: Math.abs(item.medians['impact'] ?? 0) / MOST_IMPACT,
  }))
}

const SIDE = 600
const LEFT = 100
const LEGEND = { top: SIDE + 30, width: 370, size: 15, line: 22 }
const TIMES = ['ciel', 'soleil', 'lilas']
const GROUNDS = [TABLE, '#f4f1ea', '#ffffff']

/** The radar of weak signals: a sector for each domain, a ring for now, soon and later; 800 wide. */
export function drawRadar(
  cards: readonly DrawnCard[],
  domains: readonly { id: string; label: string }[],
  t: Translate,
): Drawing {
  const at = ({ x, y }: { x: number; y: number }) => ({ x: LEFT + (x / 100) * SIDE, y: (y / 100) * SIDE })
  const centre = at({ x: 50, y: 50 })
  const width = 360 / Math.max(1, domains.length)
  const legend = legendOf(cards.filter(({ mark }) => mark !== ''))
  const marks: Mark[] = [
    ...RINGS.toReversed().map((radius, i): Mark => ({
      is: 'disc',
      ...{ ...centre, r: (radius / 100) * SIDE, fill: GROUNDS.at(-1 - i)!, stroke: LINE },
    })),
    ...domains.map((_, i): Mark => {
      const end = at(pointAt(i * width, RINGS[2]))
      return { is: 'line', x1: centre.x, y1: centre.y, x2: end.x, y2: end.y, stroke: LINE }
    }),
    ...TIMES.map((time, i) =>
      words(t(`kind.weak-signal.${time}`), {
        ...at({ x: 50, y: 50 - RINGS[i]! + 3.4 }),
        anchor: 'middle',
        fill: QUIET,
      }),
    ),
    ...domains.map(({ label }, i) => {
      const place = pointAt((i + 0.5) * width, 50)
      return words(label, { ...at(place), anchor: place.x < 50 ? 'end' : 'start', bold: true })
    }),
    ...blips(
      cards,
      domains.map(({ id }) => id),
    ).flatMap((blip, i) => spot(cards[i]!, at(blip))),
    ...legend.marks,
  ]
  return { width: 800, height: LEGEND.top + legend.height, title: t('result'), marks }
}

/** A signal that few have seen is hollow. */
function spot({ mark, hidden }: DrawnCard, { x, y }: { x: number; y: number }): Mark[] {
  const disc: Mark = {
    is: 'disc',
    x,
    y,
    r: mark === '' ? 5 : 13,
    fill: hidden ? '#ffffff' : BLUE,
    stroke: BLUE,
  }
  if (mark === '') return [disc]
  return [disc, words(mark, { x, y: y + 5, anchor: 'middle', bold: true, fill: hidden ? BLUE : '#ffffff' })]
}

/** In two columns, each row as high as its longer text. */
function legendOf(cards: readonly DrawnCard[]): { marks: Mark[]; height: number } {
  const half = Math.ceil(cards.length / 2)
  let height = 0
  const marks = Array.from({ length: half }).flatMap((_, row): Mark[] => {
    const said = [cards[row], cards[half + row]].map((card) =>
      card ? wrapLines(card.label, LEGEND.width - 40, LEGEND.size) : [],
    )
    const y = LEGEND.top + height + LEGEND.size
    height += Math.max(...said.map(({ length }) => length)) * LEGEND.line + 6
    return [cards[row], cards[half + row]].flatMap((card, column): Mark[] => {
      const x = 30 + column * (LEGEND.width + 10)
      if (!card) return []
      const label: Words = { ...words('', { x: x + 28, y }), lines: said[column]! }
      return [words(card.mark, { x: x + 18, y, anchor: 'end', bold: true }), label]
    })
  })
  return { marks, height }
}

function words(text: string, more: Partial<Words> & { x: number; y: number }): Words {
  return { is: 'words', lines: [text], size: LEGEND.size, fill: INK, ...more }
}
