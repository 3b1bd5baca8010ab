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

/** A text to be stamped, and the sheets that lie on it: its letters end where these begin. */
export interface Stamped {
  words: Words
  under: Box[]
}

/**
 * Takes out of a drawing the texts that can be stamped on top of the rest: of plain letters, and under nothing but sheets.
 * They are in their order; those that lie wholly under a sheet are left out.
 */
export function takeStamped(drawing: Drawing, lettering: Lettering): { rest: Drawing; stamped: Stamped[] } {
  const covers = new Map<string, Cover[]>()
  const [rest, stamped]: [Mark[], Stamped[]] = [[], []]
  for (const mark of drawing.marks.toReversed()) {
    const box = boxOf(mark)
    if (mark.is === 'words') {
      const over = coversOf(box!, covers)
      const under = over.filter(({ solid }) => solid)
      if (under.some((sheet) => holds(sheet, box!))) continue
      const apart = over.every((cover) => cover.solid || under.some((sheet) => holds(sheet, cover)))
      if (apart && lettering.fontOf(mark)) {
        stamped.push({ words: mark, under })
        continue
      }
    }
    rest.push(mark)
    const solid = mark.is === 'box' && mark.fill?.startsWith('#') === true
    if (box) for (const cell of cellsOf(box)) laidOn(covers, cell).push({ ...box, solid })
  }
  return { rest: { ...drawing, marks: rest.toReversed() }, stamped: stamped.toReversed() }
}

/** What lies on things below; solid where nothing is seen through it. */
interface Cover extends Box {
  solid: boolean
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

function laidOn(covers: Map<string, Cover[]>, cell: string): Cover[] {
  const known = covers.get(cell)
  if (known) return known
  const fresh: Cover[] = []
  covers.set(cell, fresh)
  return fresh
}

/** Each once, though it may lie in several cells. */
function coversOf(box: Box, covers: ReadonlyMap<string, Cover[]>): Cover[] {
  const found = cellsOf(box).flatMap((cell) => (covers.get(cell) ?? []).filter((other) => meet(other, box)))
  const byPlace = new Map(
    found.map((cover) => [[cover.x, cover.y, cover.w, cover.h, cover.solid].join(), cover]),
  )
  return [...byPlace.values()]
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.w >= inner.x + inner.w &&
    outer.y + outer.h >= inner.y + inner.h
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
  /** In pixels. */
  under: Box[]
}

/** Puts the texts on the picture, `zoom` pixels to a unit of the drawing. `draw` makes a picture of an SVG, on nothing. */
export function stampWords(
  picture: Picture,
  texts: readonly Stamped[],
  zoom: number,
  lettering: Lettering,
  draw: (svg: string) => Picture,
): void {
  const stamps = new Map<string, Stamp>()
  const uses = texts.flatMap((one) => usesOf(one, zoom, lettering, stamps))
  const sheet = draw(sheetOf([...stamps.values()]))
  for (const use of uses) blend(picture, sheet, use)
}

function usesOf(text: Stamped, zoom: number, lettering: Lettering, stamps: Map<string, Stamp>): Use[] {
  const { words } = text
  const under = text.under.map(({ x, y, w, h }) => ({ x: x * zoom, y: y * zoom, w: w * zoom, h: h * zoom }))
  const { x, y, lines, size, fill, anchor = 'start' } = words
  const font = lettering.fontOf(words)!
  const em = size * zoom
  return lines.flatMap((line, i) => {
    const { letters, width } = lettering.letters(line.trimEnd(), font)
    const from = x * zoom - { start: 0, middle: 0.5, end: 1 }[anchor] * width * em
    const base = Math.round((y + i * size * LEADING) * zoom)
    return letters.map((letter) => ({
      ...useOf(letter, from + letter.x * em, base, em, stamps),
      ...{ fill, under },
    }))
  })
}

function useOf(
  { outline }: Letter,
  pen: number,
  y: number,
  em: number,
  stamps: Map<string, Stamp>,
): Pick<Use, 'stamp' | 'x' | 'y'> {
  const x = Math.floor(pen)
  const phase = Math.floor((pen - x) * PHASES)
  const key = `${outline.key} ${em} ${phase}`
  const stamp = stamps.get(key) ?? stampOf(outline, em / outline.unitsPerEm, phase / PHASES)
  stamps.set(key, stamp)
  return { stamp, x, y }
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

/** Lays the colour over what is there, as much as the letter covers of each pixel, and not where a sheet lies on it. */
function blend(picture: Picture, sheet: Picture, { stamp, x, y, fill, under }: Use): void {
  const [left, top] = [x + stamp.left, y + stamp.top]
  const hidden = under.filter((box) => meet(box, { x: left, y: top, w: stamp.w, h: stamp.h }))
  const colour = [1, 3, 5].map((at) => parseInt(fill.slice(at, at + 2), 16))
  const [red, green, blue] = colour as [number, number, number]
  const { pixels, width, height } = picture
  for (let row = Math.max(0, -top); row < stamp.h && top + row < height; row++) {
    for (let column = Math.max(0, -left); column < stamp.w && left + column < width; column++) {
      const cover = sheet.pixels[4 * ((stamp.at[1] + row) * sheet.width + stamp.at[0] + column) + 3]!
      if (cover === 0 || hidden.some((box) => isIn(box, left + column, top + row))) continue
      const at = 4 * ((top + row) * width + left + column)
      const under = 255 - cover
      pixels[at] = (pixels[at]! * under + red * cover) / 255
      pixels[at + 1] = (pixels[at + 1]! * under + green * cover) / 255
      pixels[at + 2] = (pixels[at + 2]! * under + blue * cover) / 255
    }
  }
}

function isIn({ x, y, w, h }: Box, column: number, row: number): boolean {
  return column + 0.5 > x && column + 0.5 < x + w && row + 0.5 > y && row + 0.5 < y + h
}
