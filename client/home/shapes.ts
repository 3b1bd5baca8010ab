// What the drawings of the templates are made of, on a 280 by 132 sheet. Called by drawings.ts and drawings-foresight.ts.
import type { Tone } from '../../shared/board/note.ts'

interface Box {
  x: number
  y: number
  w: number
  h: number
}
export type Shape =
  | ({ is: 'sheet' } & Box)
  | ({ is: 'note'; tone: Tone } & Box)
  | { is: 'head'; tone: Tone; x: number; y: number; w: number }
  | { is: 'bar'; x: number; y: number; w: number }
  | ({ is: 'grade'; grade: number } & Box)
  | { is: 'dot'; x: number; y: number; r: number; fill: 'deep' | 'bleu' | 'voice' | 'open' }
  | { is: 'line'; d: string; width: number; stroke: LineColour; dash?: string }
type LineColour = 'line-ink' | 'line-deep' | 'line-bleu' | 'line-quiet'

export const sheet = (x: number, y: number, w: number, h: number): Shape => ({ is: 'sheet', x, y, w, h })
export const note = (x: number, y: number, tone: Tone, w = 34, h = 30): Shape => ({
  is: 'note',
  x,
  y,
  tone,
  w,
  h,
})
export const dot = (x: number, y: number, r: number, fill: 'deep' | 'bleu' | 'voice' | 'open'): Shape => ({
  is: 'dot',
  x,
  y,
  r,
  fill,
})
export const line = (d: string, stroke: LineColour, width: number, dash?: string): Shape => ({
  is: 'line',
  d,
  stroke,
  width,
  ...(dash === undefined ? {} : { dash }),
})
