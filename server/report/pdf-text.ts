// Text on PDF pages: lines by measured widths, right-to-left in visual order, the text itself kept for machines.
// Called by pdf.ts, pdf-flow.ts and pdf-table.ts.
import { isRightToLeft } from '../../shared/report/direction.ts'
import type { FontName } from './fonts.ts'
import { createSpelling, type Piece } from './pdf-letters.ts'

type Pdf = PDFKit.PDFDocument

export interface TextStyle {
  size: number
  color: string
  bold?: boolean
}

export interface Line {
  pieces: Piece[]
  width: number
  rightToLeft: boolean
  /** What the line says, where its glyphs alone do not tell it. */
  actual?: string
}

export interface Typesetter {
  lines(text: string, width: number, style: TextStyle): Line[]
  /** Puts a line with its top left corner at (x, y), in a column of this width. */
  put(line: Line, x: number, y: number, width: number, style: TextStyle): void
}

/** From one line to the next, in font sizes. */
export const LINE_HEIGHT = 1.32

/** Registers the fonts with the document; only the glyphs used are embedded. */
export function createTypesetter(pdf: Pdf, fonts: Map<FontName, Buffer>): Typesetter {
  fonts.forEach((bytes, name) => pdf.registerFont(name, bytes))
  const spell = createSpelling(fonts)
  const widths = new Map<string, number>()
  /** Of each word once: widths grow with the size. */
  const measure = (text: string, font: FontName, size: number) => {
    const key = `${font} ${text}`
    const known = widths.get(key) ?? pdf.font(font).fontSize(1000).widthOfString(text)
    widths.set(key, known)
    return (known * size) / 1000
  }

  function paragraph(text: string, width: number, { size, bold = false }: TextStyle): Line[] {
    const { pieces, swapped } = spell(text, bold)
    const begin = (): Line => ({ pieces: [], width: 0, rightToLeft: isRightToLeft(text) })
    const lines = [begin()]
    for (const part of pieces.flatMap((piece) => cut(piece, width, size))) {
      const line = lines.at(-1)!
      const bare = measure(part.text.trimEnd(), part.font, size)
      const full = line.pieces.length > 0 && line.width + bare > width
      const to = full ? begin() : line
      if (to !== line) lines.push(to)
      to.pieces.push(part)
      to.width += part.width
    }
    if (swapped && lines.length === 1) lines[0]!.actual = text
    return lines
  }

  /** A piece that is wider than the column, in parts that are not. */
  function cut(piece: Piece, width: number, size: number): Piece[] {
    const sized = (text: string): Piece => ({ ...piece, text, width: measure(text, piece.font, size) })
    const whole = sized(piece.text)
    if (whole.width <= width) return [whole]
    const parts: Piece[] = []
    let text = ''
    for (const { segment } of new Intl.Segmenter().segment(piece.text)) {
      if (text !== '' && measure(text + segment, piece.font, size) > width) {
        parts.push(sized(text))
        text = ''
      }
      text += segment
    }
    return [...parts, sized(text)]
  }

  return {
    lines: (text, width, style) =>
      text
        .replace(/\r\n?/g, '\n')
        .split('\n')
        .flatMap((part) => paragraph(part, width, style)),
    put(line, x, y, width, { size, color }) {
      let left = line.rightToLeft ? x + width - line.width : x
      if (line.actual !== undefined) pdf.markContent('Span', { actual: line.actual })
      for (const { text, font, level, width: used } of visual(line.pieces, line.rightToLeft)) {
        pdf.font(font).fontSize(size).fillColor(color)
        pdf.text(text, left, y + drop(font, size), { lineBreak: false, ...(level % 2 === 1 ? WHOLE : {}) })
        left += used
      }
      if (line.actual !== undefined) pdf.endMarkedContent()
    },
  }
}

/** Laid out as one run; without it, word by word from the left, each word once for the whole document. */
const WHOLE = { features: [] }

/** Fonts have their baselines at different depths below the top: this puts them on the one of the text font. */
function drop(font: FontName, size: number): number {
  return (ASCENT.text - ASCENT[font]) * size
}

const ASCENT: Record<FontName, number> = {
  text: 0.984,
  bold: 0.984,
  wide: 0.928,
  wideBold: 0.928,
  emoji: 0.928,
  last: 0.875,
}

/** Pieces in the order in which they are seen from the left (UAX 9, L2). */
function visual(pieces: Piece[], rightToLeft: boolean): Piece[] {
  const order = [...pieces]
  const highest = Math.max(rightToLeft ? 1 : 0, ...pieces.map((piece) => piece.level))
  for (let level = highest; level > 0; level--) {
    let from = 0
    while (from < order.length) {
      let to = from
      while (to < order.length && order[to]!.level >= level) to++
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = Math.max(to, from + 1)
    }
  }
  return order
}
