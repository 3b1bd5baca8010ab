// The shapes of a very large board as they lie on a canvas: a change paints what it touches, never the whole board again.
// Made by PaintedBoard.svelte; knows no element, only what it draws with.
import type { Note, Tone } from '../../shared/board/note.ts'

/** Beyond so many places to wipe, painting all is less work than looking what lies around each. */
const MANY = 80
/** Around a place, so that a smoothed edge is wiped with it (CSS pixels). */
const RIM = 1

/** What is drawn with: a canvas in CSS pixels, a picture of each shape in the colours of now, and the size of a shape. */
export interface Brush {
  pixels: CanvasRenderingContext2D
  pictures: Record<Tone, CanvasImageSource>
  /** Of the canvas, and of the square that a shape fills (CSS pixels). */
  width: number
  height: number
  size: number
  /** Device pixels in one of CSS: a picture that lies between two of them would be blurred. */
  ratio: number
}

type Place = readonly [left: number, top: number]

/** Top left of a note's shape: it keeps inside, at 0 at one edge and at 1 at the other. */
export function placeOf({ at }: Note, { width, height, size, ratio }: Brush): Place {
  const whole = (px: number) => Math.round(px * ratio) / ratio
  return [whole(at[0] * (width - size)), whole(at[1] * (height - size))]
}

/** Draws one shape, turned over by so much from its edge (0) to its face (1). */
export function paint(brush: Brush, note: Note, part = 1): void {
  const { pixels, pictures, size } = brush
  const [left, top] = placeOf(note, brush)
  pixels.drawImage(pictures[note.tone], left + (size * (1 - part)) / 2, top, size * part, size)
}

export class Painting {
  /** In the order they were laid: what came or moved last lies on top. */
  #lying = new Map<string, Note>()
  #brush: Brush | null = null

  /** Brings the canvas from the notes it showed to these. Another brush, or a canvas that was emptied, begins anew. */
  show(brush: Brush, notes: readonly Note[]): void {
    const anew = this.#brush !== brush
    this.#brush = brush
    const next = new Map(notes.map((note) => [note.id, note]))
    const wiped: Place[] = []
    for (const [id, note] of this.#lying) {
      const now = next.get(id)
      if (now && (now === note || looksAlike(now, note))) continue
      this.#lying.delete(id)
      wiped.push(placeOf(note, brush))
    }
    const fresh = notes.filter(({ id }) => !this.#lying.has(id))
    if (anew || wiped.length > MANY) this.#wipeAll(brush)
    else if (wiped.length > 0) this.#wipe(brush, wiped)
    for (const note of fresh) {
      this.#lying.set(note.id, note)
      paint(brush, note)
    }
  }

  #wipeAll(brush: Brush): void {
    brush.pixels.clearRect(0, 0, brush.width, brush.height)
    for (const note of this.#lying.values()) paint(brush, note)
  }

  /** What lay over or under a place that is wiped is painted again, within that place alone. */
  #wipe(brush: Brush, places: readonly Place[]): void {
    const { pixels, size } = brush
    const side = size + 2 * RIM
    pixels.save()
    pixels.beginPath()
    for (const [left, top] of places) pixels.rect(left - RIM, top - RIM, side, side)
    pixels.clip()
    for (const [left, top] of places) pixels.clearRect(left - RIM, top - RIM, side, side)
    for (const note of this.#lying.values()) {
      const [left, top] = placeOf(note, brush)
      const near = places.some(([x, y]) => Math.abs(x - left) < side && Math.abs(y - top) < side)
      if (near) paint(brush, note)
    }
    pixels.restore()
  }
}

function looksAlike(a: Note, b: Note): boolean {
  return a.tone === b.tone && a.at[0] === b.at[0] && a.at[1] === b.at[1]
}
