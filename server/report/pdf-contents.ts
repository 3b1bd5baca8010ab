// The list of chapters at the front of the PDF: its place is kept while the pages are not known, then filled in. Called by pdf.ts.
import { INK, LINE, RAIL } from '../../shared/report/drawing.ts'
import type { Outline } from '../../shared/report/outline.ts'
import { FULL, INNER, PAGE, type Flow } from './pdf-flow.ts'

const ENTRY = { size: 11, color: INK }
const STEP = 19
const NUMBER = 40

/** Keeps a line for each chapter; what comes back writes them all, given the index of each chapter's first page. */
export function reserveContents(flow: Flow, { contents, chapters }: Outline): (pages: number[]) => void {
  flow.text('H1', contents, { size: 19, color: RAIL, bold: true, before: 22, after: 6 })
  const list = flow.element('TOC')
  const places = chapters.map(({ title }) => {
    flow.need(STEP)
    const place = { title, page: flow.page(), y: flow.y }
    flow.y += STEP
    return place
  })
  // The first chapter begins a page of its own.
  flow.need(FULL)
  return (pages) => {
    places.forEach((place, i) => writeEntry(flow, list, place, i, pages[i]!))
    list.end()
  }
}

function writeEntry(
  flow: Flow,
  list: PDFKit.PDFStructureElement,
  { title, page, y }: { title: string; page: number; y: number },
  at: number,
  chapterPage: number,
): void {
  const { pdf, type } = flow
  pdf.switchToPage(page)
  const entry = flow.element('Link', flow.element('TOCI', list))
  const [line] = type.lines(title.replace(/\s+/g, ' '), INNER - NUMBER, ENTRY)
  const number = type.lines(String(chapterPage + 1), NUMBER, { ...ENTRY, bold: true })
  if (line) flow.lines(entry, 'Link', [{ ...line, rightToLeft: false }], PAGE.x, y, INNER - NUMBER, ENTRY)
  const right = PAGE.x + INNER - (number[0]?.width ?? 0)
  flow.lines(entry, 'Link', number, right, y, NUMBER, { ...ENTRY, bold: true })
  const [from, to] = [PAGE.x + (line?.width ?? 0) + 8, right - 8]
  if (to > from)
    flow.ornament(() =>
      pdf
        .lineWidth(0.8)
        .dash(1, { space: 3 })
        .moveTo(from, y + 11)
        .lineTo(to, y + 11)
        .stroke(LINE)
        .undash(),
    )
  pdf.goTo(PAGE.x, y, INNER, STEP, `part${at}`, {
    structParent: entry,
    Contents: new String(title),
  } as object)
}
