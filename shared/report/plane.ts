// A plane of two axes as a drawing: numbered points, their spread, four named corners, and what the numbers stand for.
// Called by the reports of exercises that place things on axes.
import {
  BLUE,
  INK,
  LEADING,
  LINE,
  ORANGE,
  QUIET,
  TABLE,
  type Drawing,
  type Mark,
  type Words,
} from './drawing.ts'
import { spread } from './spread.ts'
import { wrapLines } from './wrap.ts'

interface Axis {
  label: string
  from?: string
  to?: string
}

export interface PlaneView {
  title: string
  x: Axis
  y: Axis
  /** Where the axes are cut, from 0 to 1; the corners around it, upper left, upper right, lower left, lower right. */
  cut?: { x: number; y: number }
  corners?: readonly [string, string, string, string]
  /** Places and spreads from 0 to 1, to the right and upwards. A point without a mark is one voice. */
  points: {
    mark: string
    label: string
    x: number
    y: number
    spreadX?: number
    spreadY?: number
    faint?: boolean
  }[]
}

const PLOT = { x: 60, y: 12, w: 720, h: 480 }
const POINT = 14
const LEGEND = { size: 15, width: 350 }

/** The drawing, 800 wide; points that would hide each other are moved apart. */
export function drawPlane({ title, x, y, cut, corners, points }: PlaneView): Drawing {
  const marked = points.filter(({ mark }) => mark !== '')
  const legend = drawLegend(marked)
  const marks: Mark[] = [
    { is: 'box', ...box(0, 0, PLOT.w, PLOT.h), fill: '#ffffff', stroke: LINE },
    ...(cut ? drawCut(cut, corners) : []),
    ...drawAxes(x, y),
    ...points.flatMap(drawSpread),
    ...drawPoints(points.filter(({ mark }) => mark === '')),
    ...drawPoints(marked),
    ...legend.marks,
  ]
  return { width: 800, height: PLOT.y + PLOT.h + 44 + legend.height, title, marks }
}

function drawCut(cut: { x: number; y: number }, corners: PlaneView['corners']): Mark[] {
  const [cx, cy] = [across(cut.x), up(cut.y)]
  const names: [string | undefined, number, number][] = [
    [corners?.[0], PLOT.x + 10, PLOT.y + 22],
    [corners?.[1], cx + 10, PLOT.y + 22],
    [corners?.[2], PLOT.x + 10, PLOT.y + PLOT.h - 12],
    [corners?.[3], cx + 10, PLOT.y + PLOT.h - 12],
  ]
  return [
    { is: 'box', ...box(0, 0, cx - PLOT.x, cy - PLOT.y), fill: TABLE },
    { is: 'box', x: cx, y: cy, w: PLOT.x + PLOT.w - cx, h: PLOT.y + PLOT.h - cy, fill: TABLE },
    { is: 'line', x1: cx, y1: PLOT.y, x2: cx, y2: PLOT.y + PLOT.h, stroke: BLUE, dashed: true },
    { is: 'line', x1: PLOT.x, y1: cy, x2: PLOT.x + PLOT.w, y2: cy, stroke: BLUE, dashed: true },
    ...names.flatMap(([name, x, y]) => (name ? [words([name], x, y, 15, { fill: QUIET, bold: true })] : [])),
  ]
}

function drawAxes(x: Axis, y: Axis): Mark[] {
  const below = PLOT.y + PLOT.h + 20
  const right = PLOT.x + PLOT.w
  // Text is never turned, so that every reader and every program finds it: the name of the upward axis stands over its top.
  return [
    words([x.from ?? ''], PLOT.x, below, 14, { fill: QUIET }),
    words([`${x.label} \u2192`], PLOT.x + PLOT.w / 2, below, 15, { bold: true, anchor: 'middle' }),
    words([x.to ?? ''], right, below, 14, { fill: QUIET, anchor: 'end' }),
    words([y.from ?? ''], PLOT.x - 6, PLOT.y + PLOT.h, 14, { fill: QUIET, anchor: 'end' }),
    words([`\u2191 ${y.label}`], PLOT.x + 10, PLOT.y + 44, 15, { bold: true }),
    words([y.to ?? ''], PLOT.x - 6, PLOT.y + 14, 14, { fill: QUIET, anchor: 'end' }),
  ].filter(({ lines: [line] }) => line !== '')
}

function drawSpread({ x, y, spreadX = 0, spreadY = 0 }: PlaneView['points'][number]): Mark[] {
  const line = (x1: number, y1: number, x2: number, y2: number): Mark => ({
    is: 'line',
    ...{ x1: across(x1), y1: up(y1), x2: across(x2), y2: up(y2), stroke: ORANGE },
  })
  return [
    ...(spreadX > 0 ? [line(x - spreadX / 2, y, x + spreadX / 2, y)] : []),
    ...(spreadY > 0 ? [line(x, y - spreadY / 2, x, y + spreadY / 2)] : []),
  ]
}

function drawPoints(points: PlaneView['points']): Mark[] {
  const r = points.some(({ mark }) => mark !== '') ? POINT : 5
  const lying = points.map((point) => ({ ...point, x: point.x * PLOT.w, y: (1 - point.y) * PLOT.h }))
  const moved = spread(lying, { width: PLOT.w, height: PLOT.h, edge: r + 2, gap: 2 * r + 2 })
  return moved.flatMap(({ mark, faint, x, y }): Mark[] => [
    { is: 'disc', x: PLOT.x + x, y: PLOT.y + y, r, fill: faint ? '#ffffff' : BLUE, stroke: BLUE },
    ...(mark === ''
      ? []
      : [
          words([mark], PLOT.x + x, PLOT.y + y + 5, 14, {
            ...{ fill: faint ? BLUE : '#ffffff', bold: true, anchor: 'middle' },
          }),
        ]),
  ])
}

/** In two columns, each row as high as its longer text. */
function drawLegend(points: PlaneView['points']): { marks: Mark[]; height: number } {
  const top = PLOT.y + PLOT.h + 44
  const half = Math.ceil(points.length / 2)
  let height = 0
  const marks = Array.from({ length: half }).flatMap((_, row): Mark[] => {
    const lines = [points[row], points[half + row]].flatMap((point, column): Words[] => {
      if (!point) return []
      const said = wrapLines(point.label, LEGEND.width - 40, LEGEND.size)
      const x = PLOT.x + column * (LEGEND.width + 10)
      return [
        words([point.mark], x + 18, top + height + LEGEND.size, LEGEND.size, { bold: true, anchor: 'end' }),
        words(said, x + 28, top + height + LEGEND.size, LEGEND.size, {}),
      ]
    })
    height += Math.max(0, ...lines.map((one) => one.lines.length)) * LEGEND.size * LEADING + 6
    return lines
  })
  return { marks, height }
}

function across(share: number): number {
  return PLOT.x + clamped(share) * PLOT.w
}

function up(share: number): number {
  return PLOT.y + (1 - clamped(share)) * PLOT.h
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share))
}

function box(x: number, y: number, w: number, h: number) {
  return { x: PLOT.x + x, y: PLOT.y + y, w, h }
}

function words(lines: string[], x: number, y: number, size: number, more: Partial<Words>): Words {
  return { is: 'words', x, y, lines, size, fill: INK, ...more }
}
