// What charts and boards are drawn with, so that every picture format says the same. Made by chart.ts and board-picture.ts;
// written by svg.ts and by the PDF of the server.
import type { Tone } from '../board/note.ts'

export type Mark =
  | { is: 'box'; x: number; y: number; w: number; h: number; fill?: string; stroke?: string; round?: number }
  | { is: 'disc'; x: number; y: number; r: number; fill: string; stroke?: string }
  | { is: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string; dashed?: true }
  | Words

/** Lines of one text, which they make again when joined; (x, y) is the baseline of the first. */
export interface Words {
  is: 'words'
  x: number
  y: number
  lines: string[]
  size: number
  fill: string
  bold?: true
  /** Middle and end are for single lines. */
  anchor?: 'start' | 'middle' | 'end'
}

/** A picture in units of a screen's pixels; `title` says in words what it shows. */
export interface Drawing {
  width: number
  height: number
  title: string
  marks: Mark[]
}

/** From one baseline to the next, in font sizes. */
export const LEADING = 1.3

/** The colours of documents: those of the light screens. */
export const INK = '#191f3d'
export const QUIET = '#434a66'
export const LINE = '#d9d3c4'
export const BLUE = '#2a4ba0'
export const RAIL = '#182a61'
export const ORANGE = '#d9541a'
export const TABLE = '#e9e4d8'

/** Papers of the notes: the paper itself and its edge, which is dark enough for text. */
export const PAPERS: Record<Tone, { fill: string; edge: string }> = {
  soleil: { fill: '#ffe08a', edge: '#8f6a00' },
  ciel: { fill: '#bbdcf8', edge: '#1f66a3' },
  menthe: { fill: '#b5e3c8', edge: '#1f7350' },
  corail: { fill: '#ffc4b0', edge: '#b03f1a' },
  lilas: { fill: '#dacbf6', edge: '#6a47ae' },
  craie: { fill: '#ffffff', edge: '#5a617b' },
}

/** A sign for each tone, so that colour is never alone. */
export const SIGNS: Record<Tone, string> = {
  soleil: '\u25cf',
  ciel: '\u25b2',
  menthe: '\u25a0',
  corail: '\u25c6',
  lilas: '\u271a',
  craie: '\u25cb',
}

/** The paper of a tone. */
export function paperOf(tone: Tone): { fill: string; edge: string } {
  return PAPERS[tone]
}

/** Drawings one under the other, each begun at the left, with `gap` between them. */
export function stackDrawings(drawings: Drawing[], title: string, gap: number): Drawing {
  let top = 0
  const marks = drawings.flatMap((drawing) => {
    const moved = drawing.marks.map((mark) => lower(mark, top))
    top += drawing.height + gap
    return moved
  })
  const width = Math.max(0, ...drawings.map((drawing) => drawing.width))
  return { width, height: Math.max(0, top - gap), title, marks }
}

function lower(mark: Mark, by: number): Mark {
  if (mark.is === 'line') return { ...mark, y1: mark.y1 + by, y2: mark.y2 + by }
  return { ...mark, y: mark.y + by }
}
