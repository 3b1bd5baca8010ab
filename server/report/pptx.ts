// The report as slides: the cover, one slide for each activity with its result, then an appendix of tables, further charts
// and every note. Called by the printers.
import PptxGenJs from 'pptxgenjs'
import { QUIET, RAIL } from '../../shared/report/drawing.ts'
import type { Chapter, Outline, Passage } from '../../shared/report/outline.ts'
import { reportWords } from '../../shared/report/words.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import { cleanXml } from '../../shared/report/xml.ts'
import { addCharts, addNotes, addTables } from './pptx-annex.ts'
import { groupCards } from './pptx-cards.ts'
import {
  addChart,
  addHead,
  addTable,
  fitted,
  fitRows,
  hex,
  PAGE,
  parts,
  say,
  TOP,
  type Deck,
  type Slide,
} from './pptx-slides.ts'
import type { DrawPng } from './print.ts'

/** The package's types speak of its CommonJS form, Node loads the other. */
const NewDeck = PptxGenJs as unknown as typeof PptxGenJs.default

type Chart = Extract<Passage, { is: 'chart' }>
type Table = Extract<Passage, { is: 'table' }>
type Notes = Extract<Passage, { is: 'notes' }>

/** The whole file. `draw` makes the pictures of charts. */
export async function writePptx(outline: Outline, draw: DrawPng): Promise<Uint8Array> {
  const deck: Deck = new NewDeck()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = cleanXml(outline.title)
  deck.company = 'Tablée'
  const t = reportWords(outline.language)
  addCover(deck, outline)
  if (outline.summary) addWords(deck, outline.summary.heading, outline.summary.text)
  for (const chapter of outline.chapters) addChapter(deck, chapter, draw, t)
  if (outline.actions) addTables(deck, outline.actions.heading, outline.actions, t)
  if (outline.chapters.some(hasAnnex)) addDivider(deck, outline.annex.heading)
  for (const chapter of outline.chapters) addAnnex(deck, chapter, draw, t)
  return (await deck.write({ outputType: 'uint8array', compression: true })) as Uint8Array
}

function addCover(deck: Deck, { title, subtitle, hours, figures, closing }: Outline): void {
  const slide = deck.addSlide()
  slide.background = { color: hex(RAIL) }
  const white = { color: 'FFFFFF' }
  say(slide, title, {
    ...{ y: 1.3, h: 2.1, bold: true, valign: 'bottom', ...white },
    fontSize: title.length > 60 ? 34 : 48,
  })
  say(slide, [subtitle, hours].filter(Boolean).join('\n'), { y: 3.5, h: 0.9, fontSize: 16, color: 'C9D3F0' })
  figures.forEach(({ text, label }, i) => {
    const x = PAGE.x + (i * PAGE.inner) / figures.length
    const w = PAGE.inner / figures.length
    say(slide, text, { x, w, y: 4.7, h: 0.8, fontSize: 36, bold: true, ...white })
    say(slide, label, { x, w, y: 5.4, h: 0.5, fontSize: 14, color: 'C9D3F0' })
  })
  say(slide, closing, { y: 6.8, h: 0.4, fontSize: 10, color: 'C9D3F0' })
}

function addDivider(deck: Deck, title: string): void {
  const slide = deck.addSlide()
  slide.background = { color: hex(RAIL) }
  say(slide, title, { y: 2.9, h: 1.2, fontSize: 44, bold: true, color: 'FFFFFF' })
}

function addWords(deck: Deck, title: string, text: string): void {
  for (const part of parts(text, 1400))
    say(addHead(deck, title), part, { y: TOP, h: 5, fontSize: part.length > 500 ? 14 : 20 })
}

const isChart = (one: Passage): one is Chart => one.is === 'chart'
const isNotes = (one: Passage): one is Notes => one.is === 'notes'
const isTable = (one: Passage): one is Table => one.is === 'table' && !one.aside
const isText = (one: Passage): one is Extract<Passage, { is: 'text' }> => one.is === 'text'

/** The one slide of an activity: its question, its chart, or its table, or what was gathered; and beside it what was said of it. */
function addChapter(deck: Deck, chapter: Chapter, draw: DrawPng, t: Translate): void {
  const { title, exercise, question, participation, passages } = chapter
  const slide = addHead(deck, title, question)
  const [chart, table] = [passages.find(isChart), passages.find(isTable)]
  const groups = passages.filter(isNotes)
  const told = passages.filter(isText).map(({ text }) => text)
  const spoken = [exercise, participation, ...told].filter(Boolean)
  if (spoken.length > 0) slide.addNotes(cleanXml(spoken.join('\n')))
  const shown = chart ?? table
  const beside = { x: PAGE.x + BESIDE + 0.35, w: PAGE.inner - BESIDE - 0.35 }
  if (chart) showChart(slide, chart, draw)
  else if (table) showTable(slide, table, t)
  else groupCards(slide, groups, { width: spoken.length > 0 ? BESIDE : PAGE.inner }, t)
  // What was decided stands beside what is to be done.
  if (table && !chart && spoken.length === 0)
    return groupCards(slide, groups, { left: beside.x, width: beside.w }, t)
  const place = shown || groups.length > 0 ? beside : {}
  sayFacts(slide, participation, [exercise, ...told].filter(Boolean), place)
}

/** Width of what is shown where words stand beside it. */
const BESIDE = PAGE.inner * 0.68

/** How many took part, large; under it as much as there is room for at a size that can be read. */
function sayFacts(
  slide: Slide,
  participation: string,
  told: string[],
  place: { x?: number; w?: number },
): void {
  const w = place.w ?? PAGE.inner
  const h = participation === '' ? 0 : 0.75
  if (participation !== '')
    say(slide, participation, { ...place, y: TOP, h, fontSize: 18, bold: true, color: hex(RAIL) })
  const size = 14
  const text = fitted(told, w, 5.1 - h, size)
  if (text !== '') say(slide, text, { ...place, y: TOP + h, h: 5.1 - h, fontSize: size, color: hex(QUIET) })
}

function showChart(slide: Slide, { drawing, brief }: Chart, draw: DrawPng): void {
  const caption = brief ? 0.3 : 0
  addChart(slide, brief?.drawing ?? drawing, draw, { x: PAGE.x, y: TOP, w: BESIDE, h: 5.2 - caption })
  if (brief) say(slide, brief.caption, { y: 6.95, h: 0.3, w: BESIDE, fontSize: 11, color: hex(QUIET) })
}

function showTable(slide: Slide, table: Table, t: Translate): void {
  const shown = fitRows(table, BESIDE, 4.9)
  const whole = shown === table.rows.length
  if (table.title !== '') say(slide, table.title, { y: TOP, h: 0.35, w: BESIDE, fontSize: 15, bold: true })
  addTable(slide, table, { y: TOP + 0.4, w: BESIDE, count: shown })
  if (!whole)
    say(slide, t('brief', { shown, of: table.rows.length }), {
      ...{ y: 6.95, h: 0.3, w: BESIDE, fontSize: 11, color: hex(QUIET) },
    })
}

/** All that the slide of an activity did not show whole. */
function annexed({ passages }: Chapter): Passage[] {
  const first = passages.find(isChart) ?? passages.find(isTable)
  return passages.filter((one) => {
    if (one.is === 'text') return false
    if (one === first && one.is === 'table') return fitRows(one, BESIDE, 4.9) < one.rows.length
    return one.is !== 'notes' || one.notes.length > 0
  })
}

function hasAnnex(chapter: Chapter): boolean {
  return annexed(chapter).length > 0
}

function addAnnex(deck: Deck, chapter: Chapter, draw: DrawPng, t: Translate): void {
  const title = t('annex.of', { title: chapter.title })
  const passages = annexed(chapter)
  const first = chapter.passages.find(isChart)
  addCharts(
    deck,
    title,
    passages.filter(isChart).filter((one) => one !== first),
    draw,
    t,
  )
  for (const one of passages) if (one.is === 'table' || one.is === 'chart') addTables(deck, title, one, t)
  for (const one of passages.filter(isNotes)) addNotes(deck, title, one, t)
}
