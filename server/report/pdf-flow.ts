// Pages that fill from top to bottom, every text under its tag, so that a reader by ear hears the report in order.
// Called by pdf.ts.
import { LINE, QUIET, type Drawing, type Mark } from '../../shared/report/drawing.ts'
import type { FontName } from './fonts.ts'
import { createTypesetter, LINE_HEIGHT, type Line, type TextStyle, type Typesetter } from './pdf-text.ts'

type Pdf = PDFKit.PDFDocument
type Element = PDFKit.PDFStructureElement

/** Points of an A4 page and its margins. */
export const PAGE = { width: 595.28, height: 841.89, x: 56, top: 56, bottom: 60 }
export const INNER = PAGE.width - 2 * PAGE.x
/** Height of a page's text. */
export const FULL = PAGE.height - PAGE.top - PAGE.bottom

export interface Flow {
  readonly pdf: Pdf
  readonly type: Typesetter
  y: number
  /** A new page where `height` is not left on this one. */
  need(height: number): void
  /** A text under a tag of its own. */
  text(
    tag: string,
    text: string,
    style: TextStyle & { before?: number; after?: number; indent?: number },
    parent?: Element,
  ): void
  /** Lines at a place of the page, inside an element that the caller has made. */
  lines(
    element: Element,
    tag: string,
    lines: Line[],
    x: number,
    y: number,
    width: number,
    style: TextStyle,
  ): void
  element(tag: string, parent?: Element, options?: object): Element
  /** Something that is not read aloud: grounds, rules, page numbers. */
  ornament(draw: () => void): void
  /** `alt` says what it shows. */
  picture(drawing: Drawing, alt: string): void
  /** The index of the page that is being filled. */
  page(): number
}

export function createFlow(pdf: Pdf, fonts: Map<FontName, Buffer>): Flow {
  const type = createTypesetter(pdf, fonts)
  const root = pdf.struct('Document')
  pdf.addStructure(root)

  const flow: Flow = {
    pdf,
    type,
    y: PAGE.top,
    need(height) {
      if (flow.y + height <= PAGE.height - PAGE.bottom) return
      pdf.addPage()
      flow.y = PAGE.top
    },
    element(tag, parent = root, options = {}) {
      const element = pdf.struct(tag, options)
      parent.add(element)
      return element
    },
    text(tag, text, { before = 0, after = 6, indent = 0, ...style }, parent) {
      const width = INNER - indent
      const height = style.size * LINE_HEIGHT
      const lines = type.lines(text, width, style)
      flow.y += before
      // A heading is not left alone at the foot of a page.
      flow.need(tag.startsWith('H') ? lines.length * height + 90 : height)
      const element = flow.element(tag, parent)
      for (const line of lines) {
        flow.need(height)
        flow.lines(element, tag, [line], PAGE.x + indent, flow.y, width, style)
        flow.y += height
      }
      element.end()
      flow.y += after
    },
    lines(element, tag, lines, x, y, width, style) {
      element.add(pdf.markStructureContent(tag))
      lines.forEach((line, i) => type.put(line, x, y + i * style.size * LINE_HEIGHT, width, style))
      pdf.endMarkedContent()
    },
    ornament(draw) {
      pdf.markContent('Artifact', { type: 'Layout' })
      draw()
      pdf.endMarkedContent()
    },
    picture(drawing, alt) {
      const height = pictureHeight(drawing)
      flow.need(height)
      const scale = height / drawing.height
      const element = flow.element('Figure', root, { alt })
      element.add(pdf.markStructureContent('Figure'))
      for (const mark of drawing.marks) drawMark(pdf, type, mark, scale, flow.y)
      pdf.endMarkedContent()
      element.end()
      flow.y += height + 8
    },
    page: () => pdf.bufferedPageRange().start + pdf.bufferedPageRange().count - 1,
  }
  return flow
}

/** Points to a unit of a drawing, at most: what is small stays small. */
const LARGEST = 0.7

/** Points that a drawing takes of a page: as wide as the text, or as high as the page. */
export function pictureHeight({ width, height }: Drawing): number {
  return Math.min((height * INNER) / width, FULL, height * LARGEST)
}

function drawMark(pdf: Pdf, type: Typesetter, mark: Mark, scale: number, top: number): void {
  const [x, y] = [(value: number) => PAGE.x + value * scale, (value: number) => top + value * scale]
  switch (mark.is) {
    case 'box':
      pdf
        .lineWidth(0.7)
        .roundedRect(x(mark.x), y(mark.y), mark.w * scale, mark.h * scale, (mark.round ?? 0) * scale)
      return paint(pdf, mark.fill, mark.stroke)
    case 'disc':
      pdf.lineWidth(0.7).circle(x(mark.x), y(mark.y), mark.r * scale)
      return paint(pdf, mark.fill, mark.stroke)
    case 'line':
      pdf.lineWidth(0.8).moveTo(x(mark.x1), y(mark.y1)).lineTo(x(mark.x2), y(mark.y2))
      if (mark.dashed) pdf.dash(4, { space: 3 })
      return void pdf.stroke(mark.stroke).undash()
    case 'words':
      return drawWords(type, mark, scale, x(mark.x), y(mark.y))
    default:
      return mark satisfies never
  }
}

function drawWords(
  type: Typesetter,
  mark: Extract<Mark, { is: 'words' }>,
  scale: number,
  x: number,
  y: number,
): void {
  const style = { size: mark.size * scale, color: mark.fill, bold: mark.bold === true }
  mark.lines.forEach((text, i) => {
    for (const line of type.lines(text.trimEnd(), INNER * 2, style)) {
      const shift = mark.anchor === 'end' ? line.width : mark.anchor === 'middle' ? line.width / 2 : 0
      type.put(
        { ...line, rightToLeft: false },
        x - shift,
        y + (i * LINE_HEIGHT - 0.95) * style.size,
        INNER,
        style,
      )
    }
  })
}

function paint(pdf: Pdf, fill: string | undefined, stroke: string | undefined): void {
  if (fill && stroke) pdf.fillAndStroke(fill, stroke)
  else if (fill) pdf.fill(fill)
  else pdf.stroke(stroke ?? LINE)
}

/** The number of each page at its foot, once all are there. */
export function numberPages({ pdf, type, ornament }: Flow, title: string): void {
  const { start, count } = pdf.bufferedPageRange()
  const style = { size: 9, color: QUIET }
  for (let i = start; i < start + count; i++) {
    pdf.switchToPage(i)
    ornament(() => {
      const [name] = type.lines(title.replace(/\s+/g, ' '), INNER - 80, style)
      const [page] = type.lines(`${i - start + 1} / ${count}`, 70, style)
      const y = PAGE.height - 40
      if (name) type.put({ ...name, rightToLeft: false }, PAGE.x, y, INNER, style)
      if (page) type.put(page, PAGE.width - PAGE.x - page.width, y, 70, style)
    })
  }
}
