// Tables on PDF pages: columns as wide as their content asks, rows that are not torn apart, the head again on each page.
// Called by pdf.ts.
import { INK, LINE, QUIET } from '../../shared/report/drawing.ts'
import { fitWidths, type Table } from '../../shared/report/tables.ts'
import { INNER, PAGE, type Flow } from './pdf-flow.ts'
import { LINE_HEIGHT, type TextStyle } from './pdf-text.ts'

const CELL = { size: 9.5, color: INK }
const HEAD = { size: 9, color: QUIET, bold: true }
const GAP = 10
const PAD = 4

type Element = PDFKit.PDFStructureElement

export function writeTable(flow: Flow, { head, rows }: Table): void {
  const widths = columnWidths(flow, head, rows)
  const element = flow.element('Table')
  const top = (): void => writeRow(flow, element, 'TH', head, widths, HEAD)
  flow.need(60)
  top()
  for (const row of rows) {
    const page = flow.y
    flow.need(rowHeight(flow, row, widths, CELL))
    if (flow.y < page) top()
    writeRow(flow, element, 'TD', row, widths, CELL)
  }
  element.end()
  flow.y += 10
}

/** By the widths of the contents and of their longest words. */
function columnWidths(flow: Flow, head: string[], rows: (string | number)[][]): number[] {
  const room = INNER - (head.length - 1) * GAP
  const sample = rows.slice(0, 200)
  const widest = (measure: (text: string, style: TextStyle) => number) =>
    head.map((title, i) =>
      Math.max(16, measure(title, HEAD), ...sample.map((row) => measure(String(row[i] ?? ''), CELL))),
    )
  const wanted = widest((text, style) => widthOf(flow, text.slice(0, 160), style))
  const least = widest((text, style) =>
    Math.min(
      110,
      Math.max(
        ...text
          .slice(0, 160)
          .split(/\s+/)
          .map((word) => widthOf(flow, word, style)),
      ),
    ),
  )
  return fitWidths(least, wanted, room)
}

function widthOf({ type }: Flow, text: string, style: TextStyle): number {
  return Math.max(0, ...type.lines(text, 2000, style).map((line) => line.width)) + 1
}

function rowHeight({ type }: Flow, row: (string | number)[], widths: number[], style: TextStyle): number {
  const lines = row.map((cell, i) => type.lines(String(cell), widths[i]!, style).length)
  return Math.max(1, ...lines) * style.size * LINE_HEIGHT + 2 * PAD
}

function writeRow(
  flow: Flow,
  table: Element,
  tag: 'TH' | 'TD',
  row: (string | number)[],
  widths: number[],
  style: TextStyle,
): void {
  const height = rowHeight(flow, row, widths, style)
  const element = flow.element('TR', table)
  let x = PAGE.x
  row.forEach((value, i) => {
    const width = widths[i]!
    const lines = flow.type.lines(String(value), width, style)
    const cell = flow.element(tag, element)
    flow.lines(cell, tag, lines, x, flow.y + PAD, width, style)
    x += width + GAP
  })
  flow.y += height
  flow.ornament(() =>
    flow.pdf
      .lineWidth(0.5)
      .moveTo(PAGE.x, flow.y)
      .lineTo(PAGE.x + INNER, flow.y)
      .stroke(LINE),
  )
}
