// Painted sheets: few pictures a frame, each drawn once for a scale, and none kept for a note that has changed.
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { TONES, type Note, type Tone } from '../../shared/board/note.ts'
import type { Colours } from '../ui/paint.ts'
import { SheetPictures } from './sheet-pictures.ts'

/** A canvas that takes every stroke, and a page that makes such. */
let made = 0
const pixels: unknown = new Proxy(
  {},
  {
    get: (_all, name) => (name === 'measureText' ? (text: string) => ({ width: 7 * text.length }) : () => 0),
    set: () => true,
  },
)
vi.stubGlobal('document', {
  createElement: () => (made++, { width: 0, height: 0, getContext: () => pixels }),
})
vi.stubGlobal(
  'Path2D',
  class {
    moveTo() {}
    lineTo() {}
    arcTo() {}
    closePath() {}
  },
)
afterAll(() => vi.unstubAllGlobals())

const ink: Colours = { sheet: '#fff', edge: '#000', ink: '#000', rim: '' }
const colours = Object.fromEntries(TONES.map((tone) => [tone, ink])) as Record<Tone, Colours>
const notes = Array.from({ length: 100 }, (_, n): Note => ({
  id: `n${n}`,
  text: `Note ${n}`,
  tone: 'ciel',
  at: [0, 0],
  order: 'a',
}))
let pictures: SheetPictures
beforeEach(() => {
  pictures = new SheetPictures()
  pictures.dress({ colours, table: '#eee', weight: '400', family: 'sans-serif', chip: 'masquée' })
  made = 0
})

/** One frame; how many of the notes have a picture in it, and whether it asks for another. */
function frame(scale: number, motion: 'none' | 'pan' | 'zoom', all = notes): [shown: number, more: boolean] {
  pictures.begin(scale, motion)
  const shown = all.filter((note) => pictures.of(note)).length
  return [shown, pictures.end()]
}

it('comes to all of them in a few frames, a few at a time while the hand moves, and then rests', () => {
  const [first, more] = frame(1, 'pan')
  expect(first).toBeGreaterThan(3)
  expect(first).toBeLessThan(20)
  expect(more).toBe(true)
  for (let i = 0; i < 6; i++) frame(1, 'none')
  expect(frame(1, 'none')).toEqual([100, false])
  expect(made).toBe(100)
})

it('keeps pictures while a zoom goes on, and draws them sharp once it rests', () => {
  const few = notes.slice(0, 4)
  frame(1, 'none', few)
  expect(frame(1.3, 'zoom', few)).toEqual([4, false])
  expect(made).toBe(4)
  expect(frame(1.3, 'none', few)).toEqual([4, false])
  expect(made).toBe(8)
})

it('draws a changed note anew, and never shows what it said before', () => {
  const [note] = notes as [Note]
  frame(1, 'none', [note])
  const other: Note = { ...note, text: 'Autre chose' }
  pictures.begin(1, 'none')
  expect(pictures.of(other)!.note).toBe(other)
  expect(made).toBe(2)
})
