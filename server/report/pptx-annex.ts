// The end of a deck: whole tables, further charts, every note. Called by pptx.ts.
import type { Translate } from '../../shared/i18n/translate.ts'
import type { Passage } from '../../shared/report/outline.ts'
import type { Table } from '../../shared/report/tables.ts'
import { packCards } from './pptx-cards.ts'
import { addChart, addHead, addTable, fitRows, PAGE, ROOM, say, TOP, type Deck } from './pptx-slides.ts'
import type { DrawPng } from './print.ts'

type Chart = Extract<Passage, { is: 'chart' }>

/** A table over as many slides as it takes. */
export function addTables(deck: Deck, title: string, table: Table & { title?: string }, t: Translate): void {
  let from = 0
  do {
    const slide = addHead(deck, from === 0 ? title : t('continued', { title }), table.title)
    const count = fitRows(table, PAGE.inner, ROOM, from)
    addTable(slide, table, { y: TOP, w: PAGE.inner, from, count })
    from += count
  } while (from < table.rows.length)
}

/** Further charts: two beside each other, or six where there are many, as those of the towns of a tour. */
export function addCharts(deck: Deck, title: string, charts: Chart[], draw: DrawPng, t: Translate): void {
  const [across, down] = charts.length > 2 ? [3, 2] : [charts.length, 1]
  const [w, h] = [PAGE.inner / across, ROOM / down]
  for (let from = 0; from < charts.length; from += across * down) {
    const slide = addHead(deck, from === 0 ? title : t('continued', { title }))
    charts.slice(from, from + across * down).forEach(({ title: name, drawing, brief }, i) => {
      const [x, y] = [PAGE.x + (i % across) * w, TOP - 0.4 + Math.floor(i / across) * h]
      say(slide, name, { x, y, w: w - 0.2, h: 0.4, fontSize: 12, bold: true, fit: 'shrink' })
      addChart(slide, brief?.drawing ?? drawing, draw, { x, y: y + 0.42, w: w - 0.2, h: h - 0.55 })
    })
  }
}

/** Every note of a group on a card. */
export function addNotes(
  deck: Deck,
  title: string,
  { title: group, notes }: Extract<Passage, { is: 'notes' }>,
  t: Translate,
): void {
  let from = 0
  while (from < notes.length) {
    const slide = addHead(deck, from === 0 ? title : t('continued', { title }), group)
    from += packCards(slide, notes.slice(from), ACROSS)
  }
}

const ACROSS = 4
