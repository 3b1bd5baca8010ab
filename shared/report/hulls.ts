// The map of opinion groups as a drawing: an outline, a letter and a number of people for each group.
// Called by the report of opinion groups.
import { drawHulls } from '../activities/opinion-groups/drawing.ts'
import type { Point } from '../activities/opinion-groups/axes.ts'
import { BLUE, INK, LINE, ORANGE, PAPERS, QUIET, type Drawing, type Mark } from './drawing.ts'

export interface HullRow {
  letter: string
  /** "12 people". */
  people: string
  corners: readonly Point[]
}

const [WIDTH, HEIGHT] = [800, 420]
/** The two largest groups differ by more than a shade; letters tell all of them apart. */
const STROKES = [BLUE, ORANGE, PAPERS.menthe.edge, PAPERS.lilas.edge, PAPERS.soleil.edge]

/** 800 wide; people who answer alike are near one another, and the axes have no name. */
export function drawHullMap(title: string, rows: readonly HullRow[]): Drawing {
  const drawn = drawHulls(
    rows.map(({ corners }) => corners),
    { width: WIDTH, height: HEIGHT, edge: 60 },
  )
  const marks: Mark[] = [
    { is: 'box', x: 0, y: 0, w: WIDTH, h: HEIGHT, fill: '#ffffff', stroke: LINE, round: 8 },
    ...drawn.flatMap(({ corners }, i) => outline(corners, STROKES[i % STROKES.length]!)),
    ...drawn.flatMap(({ middle: [x, y] }, i) => named(rows[i]!, x, y, STROKES[i % STROKES.length]!)),
  ]
  return { width: WIDTH, height: HEIGHT, title, marks }
}

function outline(corners: readonly Point[], stroke: string): Mark[] {
  const sides = corners.map(([x1, y1], i): Mark => {
    const [x2, y2] = corners[(i + 1) % corners.length]!
    return { is: 'line', x1, y1, x2, y2, stroke }
  })
  return [...sides, ...corners.map(([x, y]): Mark => ({ is: 'disc', x, y, r: 4, fill: stroke }))]
}

function named({ letter, people }: HullRow, x: number, y: number, fill: string): Mark[] {
  const middle = { is: 'words' as const, x, anchor: 'middle' as const }
  return [
    { is: 'disc', x, y, r: 19, fill, stroke: '#ffffff' },
    { ...middle, y: y + 7, lines: [letter], size: 20, fill: '#ffffff', bold: true },
    { ...middle, y: y + 38, lines: [people], size: 14, fill: people === '' ? QUIET : INK },
  ]
}
