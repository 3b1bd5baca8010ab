// Counts of a few answers as bars, one under the other in their own order, with their table. Called by the activities' reports.
import type { Block } from './blocks.ts'
import { BLUE, INK, LEADING, LINE, QUIET, type Drawing, type Mark } from './drawing.ts'
import { wrapLines } from './wrap.ts'

export interface Bar {
  label: string
  value: number
  /** How the value is written; as a whole number unless it is given. */
  shown?: string
  /** Written after the value: its share. */
  detail?: string
}

/** Narrow enough for a phone: the words stand over their bar. */
const WIDTH = 460
const BAR = 320
const TEXT = 16

/** The table of the counts, drawn where anybody has answered. */
export function barsBlock(
  table: { title: string; head: string[]; rows: (string | number)[][] },
  bars: readonly Bar[],
): Block {
  const most = Math.max(0, ...bars.map(({ value }) => value))
  return most > 0
    ? { type: 'drawing', drawing: drawBars(table.title, bars, most), ...table }
    : { type: 'table', ...table }
}

function drawBars(title: string, bars: readonly Bar[], most: number): Drawing {
  const marks: Mark[] = []
  let y = 4
  for (const { label, value, shown, detail } of bars) {
    const lines = wrapLines(label, WIDTH, TEXT)
    marks.push({ is: 'words', x: 0, y: y + TEXT, lines, size: TEXT, fill: INK })
    y += lines.length * TEXT * LEADING + 5
    const w = (value / most) * BAR
    marks.push({ is: 'line', x1: 1, y1: y - 1, x2: 1, y2: y + 21, stroke: LINE })
    if (value > 0) marks.push({ is: 'box', x: 0, y, w, h: 20, fill: BLUE, round: 3 })
    const at = { is: 'words' as const, y: y + 16 }
    marks.push({ ...at, x: w + 10, lines: [shown ?? String(value)], size: 17, fill: INK, bold: true })
    if (detail) marks.push({ ...at, x: WIDTH, lines: [detail], size: 15, fill: QUIET, anchor: 'end' })
    y += 20 + 14
  }
  return { width: WIDTH, height: y, title, marks }
}
