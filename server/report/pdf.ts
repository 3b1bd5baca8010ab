// The report as a tagged PDF with its own fonts, charts drawn as charts and every text as text. Called by the printers.
import PDFDocument from 'pdfkit'
import { INK, LINE, paperOf, QUIET, RAIL, SIGNS } from '../../shared/report/drawing.ts'
import {
  altOf,
  bodyOf,
  pageChart,
  type Chapter,
  type ListedNote,
  type Outline,
  type Passage,
} from '../../shared/report/outline.ts'
import { loadFonts } from './fonts.ts'
import { reserveContents } from './pdf-contents.ts'
import { createFlow, FULL, INNER, numberPages, PAGE, pictureHeight, type Flow } from './pdf-flow.ts'
import { writeTable } from './pdf-table.ts'
import { LINE_HEIGHT, type Line } from './pdf-text.ts'

/** The whole file. */
export async function writePdf(outline: Outline): Promise<Uint8Array> {
  const fonts = await loadFonts()
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    lang: outline.language,
    info: { Title: outline.title, Subject: outline.subtitle, Creator: 'Tablée' },
  })
  const done = collect(pdf)
  const flow = createFlow(pdf, fonts)
  writeCover(flow, outline)
  const contents = outline.chapters.length > 1 ? reserveContents(flow, outline) : null
  const pages = outline.chapters.map((chapter, i) => writeChapter(flow, chapter, i))
  if (outline.chapters.length === 0) flow.text('P', outline.empty, { size: 11, color: INK })
  if (outline.actions) {
    flow.text('H1', outline.actions.heading, H1)
    pdf.outline.addItem(outline.actions.heading)
    writeTable(flow, outline.actions)
  }
  writeAnnex(flow, outline)
  flow.text('P', outline.closing, { size: 9, color: QUIET, before: 18 })
  contents?.(pages)
  numberPages(flow, outline.title)
  pdf.end()
  return done
}

const H1 = { size: 19, color: RAIL, bold: true, before: 22, after: 6 }
const H2 = { size: 13, color: INK, bold: true, before: 12, after: 5 }
const H3 = { size: 10.5, color: INK, bold: true, before: 6, after: 3 }
const BODY = { size: 10.5, color: INK, after: 6 }

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => void chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}

function writeCover(flow: Flow, { title, subtitle, hours, figures, summary }: Outline): void {
  flow.y += 30
  flow.text('H1', title, { size: title.length > 60 ? 26 : 36, color: RAIL, bold: true, after: 8 })
  for (const line of [subtitle, hours].filter(Boolean))
    flow.text('P', line, { size: 11, color: QUIET, after: 3 })
  flow.y += 12
  if (figures.length > 0) writeBand(flow, figures)
  if (!summary) return
  flow.text('H1', summary.heading, H1)
  flow.pdf.outline.addItem(summary.heading)
  flow.text('P', summary.text, { size: 12, color: INK })
}

/** The figures on a dark band. */
function writeBand(flow: Flow, figures: Outline['figures']): void {
  const height = 58
  flow.need(height)
  flow.ornament(() => flow.pdf.roundedRect(PAGE.x, flow.y, INNER, height, 8).fill(RAIL))
  const width = INNER / figures.length
  const list = flow.element('L')
  figures.forEach(({ text, label }, i) => {
    const body = flow.element('LBody', flow.element('LI', list))
    const x = PAGE.x + i * width + 14
    const big = { size: 21, color: '#ffffff', bold: true }
    const small = { size: 9.5, color: '#c9d3f0' }
    flow.lines(body, 'LBody', flow.type.lines(text, width, big), x, flow.y + 8, width, big)
    flow.lines(
      body,
      'LBody',
      flow.type.lines(label, width - 14, small).slice(0, 1),
      x,
      flow.y + 37,
      width,
      small,
    )
  })
  list.end()
  flow.y += height + 10
}

/** The index of the page that the chapter begins on. */
function writeChapter(flow: Flow, chapter: Chapter, at: number): number {
  const { title, exercise, question, participation } = chapter
  const body = bodyOf(chapter)
  const [first] = body
  // A chapter that begins with its picture begins on the page of it.
  if (first?.is === 'chart') flow.need(Math.min(pictureHeight(pageChart(first).drawing) + OPENING, FULL))
  flow.text('H1', title, H1)
  flow.pdf.outline.addItem(title)
  flow.pdf.addNamedDestination(`part${at}`)
  const page = flow.page()
  if (exercise) flow.text('P', exercise, { size: 9.5, color: QUIET, bold: true, after: 4 })
  if (question) flow.text('P', question, { size: 12, color: INK, indent: 10, after: 8 })
  if (participation) flow.text('P', participation, { size: 10, color: QUIET })
  for (const passage of body) writePassage(flow, passage)
  return page
}

/** Points of a heading and of the space around it, and of the head of a chapter. */
const TITLE = 40
const OPENING = 130

function writePassage(flow: Flow, passage: Passage): void {
  if (passage.is === 'text') return flow.text('P', passage.text, BODY)
  const shown = passage.is === 'chart' ? pageChart(passage) : null
  // A heading stays with its picture.
  if (shown) flow.need(Math.min(pictureHeight(shown.drawing) + TITLE, FULL))
  if (passage.title !== '') flow.text('H2', passage.title, H2)
  if (passage.is === 'notes') return writeNotes(flow, passage.notes)
  if (passage.is === 'table') return writeTable(flow, passage)
  flow.picture(shown!.drawing, altOf(passage))
  if (shown!.caption !== '') flow.text('P', shown!.caption, { size: 9, color: QUIET })
}

/** The tables that were left out above, on pages of their own. */
function writeAnnex(flow: Flow, { annex }: Outline): void {
  if (annex.parts.length === 0) return
  flow.need(FULL)
  flow.text('H1', annex.heading, { ...H1, before: 0 })
  flow.pdf.outline.addItem(annex.heading)
  for (const { title, tables } of annex.parts) {
    flow.text('H2', title, H2)
    for (const table of tables) {
      if (table.title !== '') flow.text('H3', table.title, H3)
      writeTable(flow, table)
    }
  }
}

const ACROSS = 3
const GAP = 8
const CARD = (INNER - (ACROSS - 1) * GAP) / ACROSS
const NOTE = { size: 9.5, color: INK }
const PAD = 7
const SIGN = 12

/** Notes on their papers, three beside each other. */
function writeNotes(flow: Flow, notes: ListedNote[]): void {
  const list = flow.element('L')
  for (let from = 0; from < notes.length; from += ACROSS) {
    const row = notes.slice(from, from + ACROSS).map((note) => ({ note, lines: noteLines(flow, note) }))
    const height = Math.max(...row.map(({ lines }) => lines.length)) * NOTE.size * LINE_HEIGHT + 2 * PAD
    flow.need(height)
    row.forEach(({ note, lines }, i) => writeCard(flow, list, note, lines, PAGE.x + i * (CARD + GAP), height))
    flow.y += height + GAP
  }
  list.end()
}

function noteLines({ type }: Flow, { text, name }: ListedNote): Line[] {
  const lines = type.lines(text, CARD - 2 * PAD - SIGN, NOTE)
  return name === undefined ? lines : [...lines, ...type.lines(`(${name})`, CARD - 2 * PAD - SIGN, NOTE)]
}

function writeCard(
  flow: Flow,
  list: PDFKit.PDFStructureElement,
  { tone }: ListedNote,
  lines: Line[],
  x: number,
  height: number,
): void {
  const { fill, edge } = paperOf(tone)
  const sign = { size: 7, color: edge }
  flow.ornament(() => {
    flow.pdf.lineWidth(0.6).rect(x, flow.y, CARD, height).fillAndStroke(fill, LINE)
    const [line] = flow.type.lines(SIGNS[tone], SIGN, sign)
    if (line) flow.type.put(line, x + PAD, flow.y + PAD + 2, SIGN, sign)
  })
  const body = flow.element('LBody', flow.element('LI', list))
  flow.lines(body, 'LBody', lines, x + PAD + SIGN, flow.y + PAD, CARD - 2 * PAD - SIGN, NOTE)
}
