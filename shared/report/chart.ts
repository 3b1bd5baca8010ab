// Charts of a report as drawings: rankings with bars or stickers, and votes by grade. Called by the renderers of documents and pictures.
import type { Block, StackedRow } from './blocks.ts'
import { BLUE, INK, LEADING, LINE, ORANGE, QUIET, type Drawing, type Mark, type Words } from './drawing.ts'
import { guessWidth, wrapLines } from './wrap.ts'

type Ranking = Extract<Block, { type: 'ranking' }>
type Stack = Extract<Block, { type: 'stack' }>

export const CHART_WIDTH = 800
const LABEL = { x: 40, width: 300, size: 17 }
const BARS = { x: 360, width: 380 }
const SMALL = 13
/** More stickers than this in a row are a bar. */
const MOST_DOTS = 34
/** From the worst to the best, with the colour of a figure on it. */
const GRADES: [fill: string, ink: string][] = [
  ['#a9400b', '#ffffff'],
  ['#f2b07f', INK],
  ['#e6ddc8', INK],
  ['#b3cbf0', INK],
  ['#4a74c4', '#ffffff'],
  ['#1b3f8b', '#ffffff'],
]

/** The chart of a block, or null for one that is words alone. `write` is how its language writes a number. */
export function drawChart(block: Block, write: (value: number) => string): Drawing | null {
  if (block.type === 'ranking') return block.rows.length > 0 ? drawRanking(block, write) : null
  if (block.type === 'stack') return block.rows.length > 0 ? drawStack(block) : null
  return block.type === 'drawing' ? block.drawing : null
}

function drawRanking({ title, rows, dots, cut, unit }: Ranking, write: (value: number) => string): Drawing {
  const most = Math.max(1, ...rows.map((row) => row.value))
  const marks: Mark[] = []
  let y = 8
  rows.forEach((row, i) => {
    const kept = cut === undefined || i < cut.after
    const head = labelled(row.rank, row.label, row.detail, y)
    marks.push(...head.marks)
    if (dots && most <= MOST_DOTS) marks.push(...stickers(row.value, most, y + 13, kept))
    else marks.push(bar(row.value / most, y, dots ? ORANGE : BLUE, kept))
    marks.push(words([write(figure(row.value))], CHART_WIDTH - 8, y + 20, 18, { bold: true, anchor: 'end' }))
    y += head.height
    if (cut?.after === i + 1) {
      marks.push(...cutLine(cut.label, y))
      y += 30
    }
  })
  return { width: CHART_WIDTH, height: y + 4, title: `${title} (${unit})`, marks }
}

/** `rank` stands before each label; rows in no order have none. */
export function drawStack({
  title,
  levels,
  rows,
  first,
}: Pick<Stack, 'title' | 'levels' | 'first'> & {
  rows: (Omit<StackedRow, 'rank'> & { rank?: number })[]
}): Drawing {
  const order = levels.map((_, level) => (first ? level : levels.length - 1 - level))
  const legend = drawLegend(levels, order)
  const marks: Mark[] = [...legend.marks]
  let y = legend.height + 10
  for (const row of rows) {
    const head = labelled(row.rank, row.label, row.mention, y)
    marks.push(...head.marks, ...segments(row.counts, order, y))
    y += head.height
  }
  return { width: CHART_WIDTH, height: y + 4, title, marks }
}

/** Rank, label and a small line under it; the height of the whole row. */
function labelled(rank: number | undefined, label: string, detail: string | undefined, y: number) {
  const lines = wrapLines(label, LABEL.width, LABEL.size)
  const marks: Mark[] = [
    ...(rank === undefined ? [] : [words([String(rank)], 26, y + 20, 18, { bold: true, anchor: 'end' })]),
    words(lines, LABEL.x, y + 19, LABEL.size, { bold: true }),
  ]
  let height = 6 + lines.length * LABEL.size * LEADING
  if (detail) {
    const small = wrapLines(detail, LABEL.width, SMALL)
    marks.push(words(small, LABEL.x, y + height + SMALL, SMALL, { fill: QUIET }))
    height += small.length * SMALL * LEADING
  }
  return { marks, height: Math.max(34, height) + 10 }
}

function bar(share: number, y: number, fill: string, kept: boolean): Mark {
  const w = Math.max(2, share * BARS.width)
  return { is: 'box', x: BARS.x, y: y + 4, w, h: 20, round: 4, fill: kept ? fill : '#ffffff', stroke: fill }
}

function stickers(count: number, most: number, y: number, kept: boolean): Mark[] {
  const step = Math.min(20, BARS.width / most)
  const r = step * 0.42
  return Array.from({ length: count }, (_, i) => ({
    is: 'disc',
    x: BARS.x + r + i * step,
    y,
    r,
    fill: kept ? ORANGE : '#ffffff',
    stroke: '#9c3c13',
  }))
}

function cutLine(label: string, y: number): Mark[] {
  return [
    { is: 'line', x1: 0, y1: y, x2: CHART_WIDTH, y2: y, stroke: BLUE, dashed: true },
    words([label], LABEL.x, y + 17, SMALL, { fill: BLUE, bold: true }),
  ]
}

/** In the order of the screens. Two ticks mark the middle, where the mention is read. */
function segments(counts: number[], order: readonly number[], y: number): Mark[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return []
  const width = CHART_WIDTH - BARS.x - 8
  const marks: Mark[] = []
  let x = BARS.x
  for (const level of order) {
    const w = ((counts[level] ?? 0) / total) * width
    if (w === 0) continue
    const [fill, ink] = gradeColours(level, counts.length)
    marks.push({ is: 'box', x, y: y + 2, w, h: 28, fill, stroke: '#ffffff' })
    const text = String(Math.round(counts[level]!))
    if (guessWidth(text) * 15 < w)
      marks.push(words([text], x + w / 2, y + 21, 15, { fill: ink, anchor: 'middle' }))
    x += w
  }
  const middle = BARS.x + width / 2
  const tick = (from: number, to: number): Mark => ({
    is: 'line',
    x1: middle,
    y1: from,
    x2: middle,
    y2: to,
    stroke: INK,
  })
  return [...marks, tick(y - 5, y + 2), tick(y + 30, y + 37)]
}

function drawLegend(levels: string[], order: readonly number[]): { marks: Mark[]; height: number } {
  const marks: Mark[] = []
  let [x, y] = [0, 4]
  for (const level of order) {
    const label = levels[level]!
    const w = 26 + guessWidth(label) * 14 + 18
    if (x > 0 && x + w > CHART_WIDTH) [x, y] = [0, y + 26]
    const [fill] = gradeColours(level, levels.length)
    marks.push({ is: 'box', x, y, w: 18, h: 18, round: 3, fill, stroke: LINE })
    marks.push(words([label], x + 25, y + 14, 14, {}))
    x += w
  }
  return { marks, height: y + 24 }
}

function gradeColours(level: number, of: number): [string, string] {
  const at = of === 1 ? GRADES.length - 1 : Math.round((level * (GRADES.length - 1)) / (of - 1))
  return GRADES[at]!
}

function words(lines: string[], x: number, y: number, size: number, more: Partial<Words>): Words {
  return { is: 'words', x, y, lines, size, fill: INK, ...more }
}

/** At most two decimals; a figure on a picture is short. */
function figure(value: number): number {
  return Math.round(value * 100) / 100
}
