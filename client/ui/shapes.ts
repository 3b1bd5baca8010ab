// The shape that goes with each tone, as one path in a box of 16: drawn as SVG by Glyph, as paint by large boards.
import type { Tone } from '../../shared/board/note.ts'

/** Side of that box. */
export const BOX = 16

export const SHAPES: Record<Tone, string> = {
  soleil: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  ciel: 'M8 1.6 15 14H1z',
  menthe: 'M3 2.2h10a.8.8 0 0 1 .8.8v10a.8.8 0 0 1-.8.8H3a.8.8 0 0 1-.8-.8V3a.8.8 0 0 1 .8-.8z',
  corail: 'M8 .8 15.2 8 8 15.2.8 8z',
  lilas: 'M5.8 1.5h4.4v4.3h4.3v4.4h-4.3v4.3H5.8v-4.3H1.5V5.8h4.3z',
  craie: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 2.6a3.9 3.9 0 1 0 0 7.8 3.9 3.9 0 0 0 0-7.8z',
}
