// Scores on one scale as a drawing: for each option a column for every score, and the mean as a disc on the same axis.
// Called by the report of the score vote.
import { BLUE, INK, LEADING, LINE, ORANGE, QUIET, TABLE, type Drawing, type Mark } from './drawing.ts'
import { wrapLines } from './wrap.ts'

export interface ScoredRow {
  label: string
  /** How many gave each score, from the lowest. */
  counts: readonly number[]
  mean: number | null
  /** The mean as it is written. */
  figure: string
}

/** Narrow enough for a phone: the words stand over their scale. */
const WIDTH = 460
const SCALE = 390
const COLUMNS = 36
const TEXT = 16
/** Of so many scores only the ends are named. */
const MOST_NAMED = 11

/** One row for each option; `min` is the lowest score. Null where nobody gave one. */
export function drawScores(title: string, rows: readonly ScoredRow[], min: number): Drawing | null {
  const most = Math.max(0, ...rows.flatMap(({ counts }) => counts))
  if (most === 0) return null
  const marks: Mark[] = []
  let y = 4
  for (const row of rows) {
    const lines = wrapLines(row.label, WIDTH, TEXT)
    marks.push({ is: 'words', x: 0, y: y + TEXT, lines, size: TEXT, fill: INK })
    y += lines.length * TEXT * LEADING + 8
    marks.push(...drawRow(row, y, most, min))
    y += COLUMNS + 26
  }
  const levels = Math.max(...rows.map(({ counts }) => counts.length))
  marks.push(...drawScale(levels, min, y - 2))
  return { width: WIDTH, height: y + 20, title, marks }
}

function drawRow({ counts, mean, figure }: ScoredRow, y: number, most: number, min: number): Mark[] {
  const cell = SCALE / Math.max(1, counts.length)
  const base = y + COLUMNS
  const w = Math.min(40, cell * 0.7)
  const columns = counts.flatMap((count, i): Mark[] => {
    const h = (count / most) * COLUMNS
    const x = (i + 0.5) * cell - w / 2
    return count === 0 ? [] : [{ is: 'box', x, y: base - h, w, h, fill: BLUE, round: 2 }]
  })
  const axis: Mark = { is: 'box', x: 0, y: base, w: SCALE, h: 3, fill: mean === null ? TABLE : LINE }
  if (mean === null) return [axis]
  const at = (mean - min + 0.5) * cell
  return [
    ...columns,
    axis,
    { is: 'disc', x: at, y: base + 2, r: 7, fill: ORANGE, stroke: '#ffffff' },
    { is: 'words', x: WIDTH, y: base, lines: [figure], size: 18, fill: INK, bold: true, anchor: 'end' },
  ]
}

function drawScale(levels: number, min: number, y: number): Mark[] {
  const cell = SCALE / levels
  const named = Array.from({ length: levels }, (_, i) => i)
  const shown = levels > MOST_NAMED ? [0, levels - 1] : named
  return shown.map((i) => ({
    is: 'words',
    ...{ x: (i + 0.5) * cell, y: y + 13, lines: [String(min + i)], size: 13, fill: QUIET, anchor: 'middle' },
  }))
}
