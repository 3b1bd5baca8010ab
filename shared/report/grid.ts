// A grid of figures as a drawing: rows by columns, each cell the darker the higher, with its figure on it.
// Called by the reports of exercises that test one list against another.
import { BLUE, INK, LEADING, LINE, QUIET, type Drawing, type Mark, type Words } from './drawing.ts'
import { wrapLines } from './wrap.ts'

export interface GridRow {
  label: string
  /** What is written in each cell, and how full it is from 0 to 1; null where there is nothing. */
  cells: ({ text: string; share: number } | null)[]
}

const WIDTH = 800
const LABEL = 260
const HEAD = 13
const TEXT = 15
/** Narrower cells could not hold a figure. */
const NARROWEST = 34
/** From light to dark, each with the colour of a figure on it. */
const SHADES: [fill: string, ink: string][] = [
  ['#f4f1ea', INK],
  ['#dbe5f6', INK],
  ['#b3cbf0', INK],
  ['#7e9fda', INK],
  ['#4a74c4', '#ffffff'],
  [BLUE, '#ffffff'],
]

/** Null where there is nothing to draw, or too many columns to be read. */
export function drawGrid(
  title: string,
  columns: readonly string[],
  rows: readonly GridRow[],
): Drawing | null {
  const cell = (WIDTH - LABEL) / Math.max(1, columns.length)
  if (columns.length === 0 || rows.length === 0 || cell < NARROWEST) return null
  const heads = columns.map((name) => wrapLines(name, cell - 8, HEAD))
  const top = Math.max(...heads.map((lines) => lines.length)) * HEAD * LEADING + 10
  const marks: Mark[] = heads.map((lines, i) =>
    words(lines, LABEL + i * cell + 4, HEAD + 2, HEAD, { fill: QUIET, bold: true }),
  )
  let y = top
  for (const { label, cells } of rows) {
    const lines = wrapLines(label, LABEL - 16, TEXT)
    const h = Math.max(34, lines.length * TEXT * LEADING + 10)
    marks.push(words(lines, 0, y + TEXT + 5, TEXT, {}))
    marks.push(...cells.flatMap((one, i) => drawCell(one, LABEL + i * cell, y, cell, h)))
    y += h + 3
  }
  return { width: WIDTH, height: y + 2, title, marks }
}

function drawCell(cell: GridRow['cells'][number], x: number, y: number, w: number, h: number): Mark[] {
  const box = { is: 'box' as const, x: x + 1.5, y, w: w - 3, h, round: 3 }
  if (!cell) return [{ ...box, fill: '#ffffff', stroke: LINE }]
  const share = Math.min(1, Math.max(0, cell.share))
  const [fill, ink] = SHADES[Math.round(share * (SHADES.length - 1))]!
  const at = { fill: ink, bold: true as const, anchor: 'middle' as const }
  return [{ ...box, fill }, words([cell.text], x + w / 2, y + h / 2 + 5, 15, at)]
}

function words(lines: string[], x: number, y: number, size: number, more: Partial<Words>): Words {
  return { is: 'words', x, y, lines, size, fill: INK, ...more }
}
