// The report as slides: the cover, one slide for each activity with its result, and after them all notes. Called by the printers.
import PptxGenJs from 'pptxgenjs'
import { isRightToLeft } from '../../shared/report/direction.ts'
import { INK, paperOf, QUIET, RAIL, type Drawing } from '../../shared/report/drawing.ts'
import type { Chapter, ListedNote, Outline, Passage } from '../../shared/report/outline.ts'
import { columnShares } from '../../shared/report/tables.ts'
import { reportWords } from '../../shared/report/words.ts'
import { cleanXml } from '../../shared/report/xml.ts'
import type { DrawPng } from './print.ts'

type Deck = PptxGenJs.default
/** The package's types speak of its CommonJS form, Node loads the other. */
const Deck = PptxGenJs as unknown as typeof PptxGenJs.default
type Slide = ReturnType<Deck['addSlide']>
type Style = Parameters<Slide['addText']>[1]

/** Inches of a wide slide, and of its margins. */
const PAGE = { w: 13.33, h: 7.5, x: 0.6, inner: 12.13 }
const TOP = 1.95
/** Width of a chart with words beside it. */
const BESIDE = PAGE.inner * 0.66
const FONT = 'Calibri'
const hex = (colour: string) => colour.slice(1)
/** Rows of a table, and notes, that one slide holds. */
const ROWS = 10
const ACROSS = 4
const DOWN = 3

/** The whole file. `draw` makes the pictures of charts. */
export async function writePptx(outline: Outline, draw: DrawPng): Promise<Uint8Array> {
  const deck = new Deck()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = cleanXml(outline.title)
  deck.company = 'Tablée'
  const t = reportWords(outline.language)
  const again = (title: string) => t('continued', { title })
  addCover(deck, outline)
  if (outline.summary) addWords(deck, outline.summary.heading, outline.summary.text)
  for (const chapter of outline.chapters) addResults(deck, chapter, draw, again)
  if (outline.actions) addTables(deck, outline.actions.heading, outline.actions, again)
  for (const chapter of outline.chapters) addNotes(deck, chapter, again)
  return (await deck.write({ outputType: 'uint8array', compression: true })) as Uint8Array
}

function addCover(deck: Deck, { title, subtitle, hours, figures, closing }: Outline): void {
  const slide = deck.addSlide()
  slide.background = { color: hex(RAIL) }
  const white = { color: 'FFFFFF' }
  say(slide, title, {
    y: 1.3,
    h: 2.1,
    fontSize: title.length > 60 ? 34 : 48,
    bold: true,
    valign: 'bottom',
    ...white,
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

function addHead(deck: Deck, title: string, question = ''): Slide {
  const slide = deck.addSlide()
  slide.addShape('rect', { x: 0, y: 0, w: 0.18, h: PAGE.h, fill: { color: hex(RAIL) } })
  say(slide, title, { y: 0.35, h: 0.85, fontSize: title.length > 70 ? 22 : 30, bold: true, color: hex(RAIL) })
  if (question)
    say(slide, question, { y: 1.2, h: 0.65, fontSize: question.length > 150 ? 13 : 16, color: hex(QUIET) })
  return slide
}

function addWords(deck: Deck, title: string, text: string): void {
  for (const part of parts(text, 1400))
    say(addHead(deck, title), part, { y: TOP, h: 5, fontSize: part.length > 500 ? 14 : 20 })
}

/** An activity: its question, its chart or what was gathered, and what was said of it; tables follow. */
function addResults(deck: Deck, chapter: Chapter, draw: DrawPng, again: (title: string) => string): void {
  const { title, question, passages } = chapter
  const [first, ...charts] = passages.filter((passage) => passage.is === 'chart')
  const [said, groups] = [saidOf(chapter), groupsOf(passages)]
  // A chapter that is a table alone begins with it.
  if (first || said + groups + question !== '' || !passages.some(isTable)) {
    const slide = addHead(deck, title, question)
    if (first) addChart(slide, first.drawing, draw, BESIDE)
    const size = said.length > 400 ? 9 : 13
    const place = first
      ? { x: 9, y: TOP, w: 3.8, h: 5.2, fontSize: size }
      : { y: TOP, h: 1.5, fontSize: said.length > 600 ? 11 : 16 }
    if (said !== '') say(slide, said, { ...place, color: hex(QUIET) })
    if (!first)
      say(slide, groups, { y: said === '' ? TOP : 3, h: 3.8, fontSize: groups.length > 160 ? 14 : 20 })
  }
  for (const { title: name, drawing } of charts)
    addChart(addHead(deck, again(title), name), drawing, draw, PAGE.inner)
  for (const passage of passages)
    if (isTable(passage)) addTables(deck, passage.title || title, passage, again)
}

function saidOf({ exercise, passages, participation }: Chapter): string {
  const told = passages.flatMap((passage) => (passage.is === 'text' ? [passage.text] : []))
  return [exercise, ...told, participation].filter(Boolean).join('\n')
}

/** How many notes lie where; they follow on slides of their own. */
function groupsOf(passages: Passage[]): string {
  return passages
    .flatMap((one) => (one.is === 'notes' ? [`${one.title} (${one.notes.length})`] : []))
    .join('\n')
}

/** As large as there is room: the height of a slide, and this width in inches. */
function addChart(slide: Slide, drawing: Drawing, draw: DrawPng, most: number): void {
  const { width, height, title } = drawing
  const scale = Math.min(most / width, 5.2 / height)
  const data = `data:image/png;base64,${Buffer.from(draw(drawing)).toString('base64')}`
  const size = { w: width * scale, h: height * scale }
  slide.addImage({ data, x: PAGE.x, y: TOP, ...size, altText: cleanXml(title) })
}

function isTable(passage: Passage): passage is Extract<Passage, { is: 'table' | 'chart' }> {
  return (passage.is === 'table' && !passage.aside) || passage.is === 'chart'
}

function addTables(
  deck: Deck,
  title: string,
  { head, rows }: { head: string[]; rows: (string | number)[][] },
  again: (title: string) => string,
): void {
  const numeric = head.map((_, i) => rows.every((row) => typeof row[i] === 'number'))
  const widths = columnShares({ head, rows }).map((share) => share * PAGE.inner)
  const cell = (bold: boolean) => (value: string | number, i: number) => ({
    text: cleanXml(String(value)),
    options: { bold, align: numeric[i] ? ('right' as const) : ('left' as const) },
  })
  for (let from = 0; from < Math.max(1, rows.length); from += ROWS) {
    const slide = addHead(deck, from === 0 ? title : again(title))
    const shown = [head.map(cell(true)), ...rows.slice(from, from + ROWS).map((row) => row.map(cell(false)))]
    slide.addTable(shown, {
      ...{ x: PAGE.x, y: 1.4, w: PAGE.inner, colW: widths },
      ...{
        fontSize: 12,
        fontFace: FONT,
        color: hex(INK),
        border: { type: 'solid', pt: 0.5, color: 'D9D3C4' },
      },
    })
  }
}

function addNotes(deck: Deck, { title, passages }: Chapter, again: (title: string) => string): void {
  let first = true
  for (const passage of passages) {
    if (passage.is !== 'notes') continue
    for (let from = 0; from < Math.max(1, passage.notes.length); from += ACROSS * DOWN) {
      const slide = addHead(deck, first ? title : again(title), passage.title)
      passage.notes.slice(from, from + ACROSS * DOWN).forEach((note, i) => addNote(slide, note, i))
      first = false
    }
  }
}

function addNote(slide: Slide, { text, tone, name }: ListedNote, at: number): void {
  const { fill, edge } = paperOf(tone)
  const [w, h] = [PAGE.inner / ACROSS, 5.2 / DOWN]
  const x = PAGE.x + (at % ACROSS) * w
  const y = TOP + Math.floor(at / ACROSS) * h
  const size = text.length > 320 ? 7 : text.length > 180 ? 9 : text.length > 90 ? 11 : 14
  say(slide, name === undefined ? text : `${text}\n(${name})`, {
    ...{ x, y, w: w - 0.15, h: h - 0.15, fontSize: size, valign: 'top', margin: 6 },
    ...{ fill: { color: hex(fill) }, line: { color: hex(edge), width: 1 } },
  })
}

function say(slide: Slide, text: string, options: Style): void {
  const rightToLeft = isRightToLeft(text)
  slide.addText(cleanXml(text).replace(/\r\n?/g, '\n'), {
    ...{ x: PAGE.x, w: PAGE.inner, fontFace: FONT, color: hex(INK), valign: 'top', margin: 0 },
    ...(rightToLeft ? { rtlMode: true, align: 'right' } : {}),
    ...options,
  })
}

/** A long text in parts of at most `most` characters, cut after a line or a word. */
function parts(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const cut = Math.max(text.lastIndexOf('\n', most), text.lastIndexOf(' ', most))
  const at = cut > 0 ? cut + 1 : most
  return [text.slice(0, at), ...parts(text.slice(at), most)]
}
