// Counts of a few answers as bars, one under the other in their own order, with their table. Called by the activities' reports.
import type { Block } from './blocks.ts'
import { BLUE, INK, LEADING, LINE, QUIET, type Drawing, type Mark } from './drawing.ts'
import { wrapLines } from './wrap.ts'

export interface Bar {
  label: string
  value: number
  /** Written after the value: its share. */
  detail?: string
}

const WIDTH = 800
const LABEL = 280
const BAR = { x: 300, width: 330 }
const TEXT = 17

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
  let y = 6
  for (const { label, value, detail } of bars) {
    const lines = wrapLines(label, LABEL, TEXT)
    const w = (value / most) * BAR.width
    marks.push({ is: 'words', x: 0, y: y + 20, lines, size: TEXT, fill: INK, bold: true })
    marks.push({ is: 'line', x1: BAR.x, y1: y, x2: BAR.x, y2: y + 30, stroke: LINE })
    if (value > 0) marks.push({ is: 'box', x: BAR.x, y: y + 3, w, h: 24, fill: BLUE, round: 3 })
    const at = { is: 'words' as const, y: y + 21, size: 18 }
    marks.push({ ...at, x: BAR.x + w + 12, lines: [String(value)], fill: INK, bold: true })
    if (detail) marks.push({ ...at, x: WIDTH - 8, lines: [detail], size: 15, fill: QUIET, anchor: 'end' })
    y += Math.max(30, lines.length * TEXT * LEADING) + 12
  }
  return { width: WIDTH, height: y, title, marks }
}
