// The texts of large pictures: every letter is drawn once at its size and then stamped wherever it stands, which is many
// times faster than drawing each anew. Called by png.ts.
import type { Drawing, Mark, Words } from '../../shared/report/drawing.ts'
import { LEADING } from '../../shared/report/drawing.ts'
import { guessWidth } from '../../shared/report/wrap.ts'
import type { Letter, Lettering, Outline } from './lettering.ts'

/** Pixels, four bytes each: red, green, blue, and how much of them. */
export interface Picture {
  width: number
  height: number
  pixels: Uint8Array
}

/** Letters stand on quarters of a pixel. */
const PHASES = 4
/** A sheet of letters is about so wide. */
const SHEET = 2048
/** Units of the drawing, for finding what covers what. */
const CELL = 240

/**
 * Takes out of a drawing the texts that can be stamped on top of the rest: of plain letters, and under nothing. They are
 * in their order.
 */
export function takeStamped(drawing: Drawing, lettering: Lettering): { rest: Drawing; stamped: Words[] } {
  const covers = new Map<string, Box[]>()
  const [rest, stamped]: [Mark[], Words[]] = [[], []]
  for (const mark of drawing.marks.toReversed()) {
    const box = boxOf(mark)
    if (mark.is === 'words' && lettering.fontOf(mark) && !isCovered(box!, covers)) {
      stamped.unshift(mark)
      continue
    }
    rest.unshift(mark)
    if (box) for (const cell of cellsOf(box)) covers.set(cell, [...(covers.get(cell) ?? []), box])
  }
  return { rest: { ...drawing, marks: rest }, stamped }
}

interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** What hides the things below it, a little too large; null for a line. */
function boxOf(mark: Mark): Box | null {
  if (mark.is === 'line') return null
  if (mark.is === 'disc') return { x: mark.x - mark.r, y: mark.y - mark.r, w: 2 * mark.r, h: 2 * mark.r }
  if (mark.is === 'box') return mark
  const { x, y, lines, size, anchor = 'start' } = mark
  const w = Math.max(...lines.map((line) => guessWidth(line))) * size
  const left = x - { start: 0, middle: 0.5, end: 1 }[anchor] * w
  return { x: left, y: y - size, w, h: size * (0.4 + 1 + (lines.length - 1) * LEADING) }
}

function cellsOf({ x, y, w, h }: Box): string[] {
  const cells: string[] = []
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + w) / CELL); column++)
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + h) / CELL); row++)
      cells.push(`${column} ${row}`)
  return cells
}

function isCovered(box: Box, covers: ReadonlyMap<string, Box[]>): boolean {
  return cellsOf(box).some((cell) =>
    covers
      .get(cell)
      ?.some(
        (other) =>
          other.x < box.x + box.w &&
          box.x < other.x + other.w &&
          other.y < box.y + box.h &&
          box.y < other.y + other.h,
      ),
  )
}

/** A letter at its size and phase, as it stands on the sheet; `left` and `top` from the pen to its corner, in pixels. */
interface Stamp {
  outline: Outline
  scale: number
  phase: number
  left: number
  top: number
  w: number
  h: number
  /** Its corner on the sheet. */
  at: [x: number, y: number]
}

interface Use {
  stamp: Stamp
  x: number
  y: number
  fill: string
}

/** Puts the texts on the picture, `zoom` pixels to a unit of the drawing. `draw` makes a picture of an SVG, on nothing. */
export function stampWords(
  picture: Picture,
  words: readonly Words[],
  zoom: number,
  lettering: Lettering,
  draw: (svg: string) => Picture,
): void {
  const stamps = new Map<string, Stamp>()
  const uses = words.flatMap((one) => usesOf(one, zoom, lettering, stamps))
  const sheet = draw(sheetOf([...stamps.values()]))
  for (const use of uses) blend(picture, sheet, use)
}

function usesOf(words: Words, zoom: number, lettering: Lettering, stamps: Map<string, Stamp>): Use[] {
  const { x, y, lines, size, fill, anchor = 'start' } = words
  const font = lettering.fontOf(words)!
  const em = size * zoom
  return lines.flatMap((line, i) => {
    const { letters, width } = lettering.letters(line.trimEnd(), font)
    const from = x * zoom - { start: 0, middle: 0.5, end: 1 }[anchor] * width * em
    const base = Math.round((y + i * size * LEADING) * zoom)
    return letters.map((letter) => useOf(letter, from + letter.x * em, base, em, fill, stamps))
  })
}

function useOf(
  { outline }: Letter,
  pen: number,
  y: number,
  em: number,
  fill: string,
  stamps: Map<string, Stamp>,
): Use {
  const x = Math.floor(pen)
  const phase = Math.floor((pen - x) * PHASES)
  const key = `${outline.key} ${em} ${phase}`
  const stamp = stamps.get(key) ?? stampOf(outline, em / outline.unitsPerEm, phase / PHASES)
  stamps.set(key, stamp)
  return { stamp, x, y, fill }
}

function stampOf(outline: Outline, scale: number, phase: number): Stamp {
  const { minX, minY, maxX, maxY } = outline.box
  const [left, top] = [Math.floor(minX * scale + phase) - 1, Math.floor(-maxY * scale) - 1]
  const w = Math.ceil(maxX * scale + phase) + 1 - left
  const h = Math.ceil(-minY * scale) + 1 - top
  return { outline, scale, phase, left, top, w, h, at: [0, 0] }
}

/** All letters side by side in rows; each is told where it stands. */
function sheetOf(stamps: Stamp[]): string {
  let [x, y, row] = [0, 0, 0]
  const paths = stamps.map((stamp) => {
    if (x + stamp.w > SHEET) [x, y, row] = [0, y + row, 0]
    stamp.at = [x, y]
    x += stamp.w
    row = Math.max(row, stamp.h)
    const [px, py] = [stamp.at[0] - stamp.left + stamp.phase, stamp.at[1] - stamp.top]
    return `<path transform="translate(${px} ${py}) scale(${stamp.scale} ${-stamp.scale})" d="${stamp.outline.path}"/>`
  })
  const height = Math.max(1, y + row)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET}" height="${height}">${paths.join('')}</svg>`
}

/** Lays the colour over what is there, as much as the letter covers of each pixel. */
function blend(picture: Picture, sheet: Picture, { stamp, x, y, fill }: Use): void {
  const [left, top] = [x + stamp.left, y + stamp.top]
  const colour = [1, 3, 5].map((at) => parseInt(fill.slice(at, at + 2), 16))
  const [red, green, blue] = colour as [number, number, number]
  const { pixels, width, height } = picture
  for (let row = Math.max(0, -top); row < stamp.h && top + row < height; row++) {
    for (let column = Math.max(0, -left); column < stamp.w && left + column < width; column++) {
      const cover = sheet.pixels[4 * ((stamp.at[1] + row) * sheet.width + stamp.at[0] + column) + 3]!
      if (cover === 0) continue
      const at = 4 * ((top + row) * width + left + column)
      const under = 255 - cover
      pixels[at] = (pixels[at]! * under + red * cover) / 255
      pixels[at + 1] = (pixels[at + 1]! * under + green * cover) / 255
      pixels[at + 2] = (pixels[at + 2]! * under + blue * cover) / 255
    }
  }
}
