// What slides are made of: heads, words, charts, tables, and how much of each there is room for. Called by the other pptx files.
import type PptxGenJs from 'pptxgenjs'
import { isRightToLeft } from '../../shared/report/direction.ts'
import { INK, LINE, QUIET, RAIL, type Drawing } from '../../shared/report/drawing.ts'
import { columnShares, isFigure, type Table } from '../../shared/report/tables.ts'
import { wrapLines } from '../../shared/report/wrap.ts'
import { cleanXml } from '../../shared/report/xml.ts'
import type { DrawPng } from './print.ts'

export type Deck = PptxGenJs.default
export type Slide = ReturnType<Deck['addSlide']>
type Style = Parameters<Slide['addText']>[1]

/** Inches of a wide slide, and of its margins. */
export const PAGE = { w: 13.33, h: 7.5, x: 0.6, inner: 12.13 }
/** Where the content begins under a head, and how high it is. */
export const TOP = 1.95
export const ROOM = 5.2
export const FONT = 'Calibri'
const CELL = 12
/** From one line to the next, in font sizes. */
const LINES = 1.25
export const hex = (colour: string): string => colour.slice(1)

/** A slide with its title, and the question or the part under it. */
export function addHead(deck: Deck, title: string, question = ''): Slide {
  const slide = deck.addSlide()
  slide.addShape('rect', { x: 0, y: 0, w: 0.18, h: PAGE.h, fill: { color: hex(RAIL) } })
  say(slide, title, { y: 0.35, h: 0.85, fontSize: title.length > 70 ? 22 : 30, bold: true, color: hex(RAIL) })
  if (question)
    say(slide, question, { y: 1.2, h: 0.65, fontSize: question.length > 150 ? 13 : 16, color: hex(QUIET) })
  return slide
}

export function say(slide: Slide, text: string, options: Style): void {
  const rightToLeft = isRightToLeft(text)
  slide.addText(cleanXml(text).replace(/\r\n?/g, '\n'), {
    ...{ x: PAGE.x, w: PAGE.inner, fontFace: FONT, color: hex(INK), valign: 'top', margin: 0 },
    ...(rightToLeft ? { rtlMode: true, align: 'right' } : {}),
    ...options,
  })
}

/** As large as there is room, in the middle of it. */
export function addChart(
  slide: Slide,
  drawing: Drawing,
  draw: DrawPng,
  room: { x: number; y: number; w: number; h: number },
): void {
  const { width, height, title } = drawing
  const scale = Math.min(room.w / width, room.h / height)
  const [w, h] = [width * scale, height * scale]
  const data = `data:image/png;base64,${Buffer.from(draw(drawing)).toString('base64')}`
  slide.addImage({ data, x: room.x + (room.w - w) / 2, y: room.y, w, h, altText: cleanXml(title) })
}

/** Height in inches of a text at a size in points, in a column of `w` inches. */
export function heightOf(text: string, w: number, size: number): number {
  return (wrapLines(text, w * 72, size).length * size * LINES) / 72
}

/** As many of these texts as there is room for, in their order; a sign says that there is more. */
export function fitted(texts: string[], w: number, h: number, size: number): string {
  const kept: string[] = []
  for (const text of texts) {
    const next = [...kept, text].join('\n')
    if (heightOf(next, w, size) > h) return [...kept, '…'].join('\n')
    kept.push(text)
  }
  return kept.join('\n')
}

/** How many rows of a table there is room for, in inches; one at least. */
export function fitRows({ head, rows }: Table, w: number, h: number, from = 0): number {
  const widths = columnShares({ head, rows }).map((share) => share * w - 0.2)
  const high = (row: (string | number)[]) =>
    Math.max(...row.map((cell, i) => heightOf(String(cell), widths[i]!, CELL))) + 0.12
  let left = h - high(head)
  let count = 0
  for (const row of rows.slice(from)) {
    left -= high(row)
    if (left < 0) break
    count++
  }
  return rows.length === 0 ? 0 : Math.max(1, count)
}

/** `count` rows of a table from `from` on, its columns as wide as the whole of it asks. */
export function addTable(
  slide: Slide,
  { head, rows }: Table,
  { y, w, from = 0, count }: { y: number; w: number; from?: number; count: number },
): void {
  const numeric = head.map((_, i) => rows.length > 0 && rows.every((row) => isFigure(row[i])))
  const colW = columnShares({ head, rows }).map((share) => share * w)
  const cell = (bold: boolean) => (value: string | number, i: number) => ({
    text: cleanXml(String(value)),
    options: { bold, align: numeric[i] ? ('right' as const) : ('left' as const) },
  })
  slide.addTable(
    [head.map(cell(true)), ...rows.slice(from, from + count).map((row) => row.map(cell(false)))],
    {
      ...{ x: PAGE.x, y, w, colW, fontSize: CELL, fontFace: FONT, color: hex(INK), margin: [3, 6, 3, 6] },
      border: { type: 'solid', pt: 0.5, color: hex(LINE) },
    },
  )
}

/** A long text in parts of at most `most` characters, cut after a line or a word. */
export function parts(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const cut = Math.max(text.lastIndexOf('\n', most), text.lastIndexOf(' ', most))
  const at = cut > 0 ? cut + 1 : most
  return [text.slice(0, at), ...parts(text.slice(at), most)]
}
