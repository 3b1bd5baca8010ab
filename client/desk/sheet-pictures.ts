// Sheets with their words as pictures, each drawn once for a scale: to lay a picture costs a fraction of setting its letters.
// Made by FreeBoard.svelte, used by PaintedNotes.svelte.
import type { Note, Tone } from '../../shared/board/note.ts'
import type { Colours } from '../ui/paint.ts'
import { BOX, SHAPES } from '../ui/shapes.ts'
import { LEFT, Lettering, SET, type Lettered } from './lettering.ts'

/** Pixels of pictures made in one frame: a pan must not wait for them, and at rest words come soon. */
const MOVING = 60_000
const RESTING = 240_000
/** So many pixels may be kept; beyond it, those out of view go, and then no more are made. */
const MOST = 32_000_000
/** While a zoom goes on, a picture may be enlarged or made smaller by so much. */
const BLUR = 1.6

/** Colours and type of the page as it is now; `chip` is said on notes that are hidden, `table` lies between sheets. */
export interface Look {
  colours: Record<Tone, Colours>
  table: string
  weight: string
  family: string
  chip: string
}

export interface Picture {
  image: CanvasImageSource & { width: number; height: number }
  note: Note
  /** Device pixels in one of the world, and around the sheet. */
  scale: number
  rim: number
  /** The frame in which it was last seen. */
  seen: number
}

export class SheetPictures {
  #look: Look | null = null
  #lettering: Lettering | null = null
  #made = new Map<string, Picture>()
  #pixels = 0
  #frame = 0
  #left = 0
  #late = false
  #scale = 1
  #zooming = false

  /** Other colours or other letters: all that was drawn is void. */
  dress(look: Look): void {
    this.#look = look
    const pixels = blank(1, 1).getContext('2d') as CanvasRenderingContext2D
    pixels.font = fontOf(look, SET.size)
    this.#lettering = new Lettering((text) => pixels.measureText(text).width)
    this.#made.clear()
    this.#pixels = 0
  }

  /** How high the sheet of a note is in the world's own pixels. */
  heightOf(note: Note): number {
    return this.#lettering?.heightOf(note) ?? SET.height
  }

  /** A frame begins, `scale` device pixels for one of the world. */
  begin(scale: number, motion: 'none' | 'pan' | 'zoom'): void {
    this.#frame++
    this.#left = motion === 'none' ? RESTING : MOVING
    this.#late = false
    this.#scale = scale
    this.#zooming = motion === 'zoom'
  }

  /** The picture of a note, an older one where a frame has no room for a new one, null where there is none at all. */
  of(note: Note): Picture | null {
    const known = this.#made.get(note.id)
    if (known && this.#serves(known, note)) {
      known.seen = this.#frame
      return known
    }
    if (this.#left > 0 && this.#pixels < MOST) return this.#make(note)
    this.#late = true
    if (known?.note !== note) return null
    known.seen = this.#frame
    return known
  }

  /** The frame is over: true where a further one would show more. */
  end(): boolean {
    if (this.#pixels >= MOST)
      for (const [id, { seen }] of this.#made) if (seen !== this.#frame) this.#forget(id)
    return this.#late && this.#pixels < MOST
  }

  #serves({ note, scale }: Picture, now: Note): boolean {
    if (note !== now) return false
    if (scale === this.#scale) return true
    return this.#zooming && Math.max(scale / this.#scale, this.#scale / scale) < BLUR
  }

  #make(note: Note): Picture | null {
    const [look, lettering, scale] = [this.#look, this.#lettering, this.#scale]
    if (!look || !lettering) return null
    this.#forget(note.id)
    const lettered = lettering.of(note, note.hidden ? look.chip : null)
    const rim = Math.ceil(scale)
    const image = blank(Math.ceil(SET.width * scale) + 2 * rim, Math.ceil(lettered.height * scale) + 2 * rim)
    const pixels = image.getContext('2d') as CanvasRenderingContext2D | null
    if (!pixels) return null
    pixels.setTransform(scale, 0, 0, scale, rim, rim)
    drawSheet(pixels, note.tone, lettered, look)
    const picture = { image, note, scale, rim, seen: this.#frame }
    this.#made.set(note.id, picture)
    this.#pixels += image.width * image.height
    this.#left -= image.width * image.height
    return picture
  }

  #forget(id: string): void {
    const known = this.#made.get(id)
    if (!known) return
    this.#pixels -= known.image.width * known.image.height
    this.#made.delete(id)
  }
}

function blank(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

function fontOf({ weight, family }: Look, size: number): string {
  return `${weight} ${size}px ${family}`
}

function drawSheet(
  pixels: CanvasRenderingContext2D,
  tone: Tone,
  { lines, height }: Lettered,
  look: Look,
): void {
  const { sheet, edge, ink, rim } = look.colours[tone]
  const { width, fold, bar, glyph, padding } = SET
  const paper = outline(width, height)
  pixels.strokeStyle = look.table
  pixels.lineWidth = 2
  pixels.stroke(paper)
  pixels.fillStyle = sheet
  pixels.fill(paper)
  pixels.save()
  pixels.clip(paper)
  pixels.strokeStyle = rim
  pixels.lineWidth = 3
  if (rim !== '') pixels.stroke(paper)
  pixels.fillStyle = edge
  pixels.fillRect(0, 0, width, bar)
  pixels.restore()
  pixels.fillStyle = edge
  pixels.fill(new Path2D(`M${width - fold} ${height - fold}h${fold}l${-fold} ${fold}z`))
  pixels.save()
  pixels.translate(padding[1], padding[0])
  pixels.scale(glyph / BOX, glyph / BOX)
  pixels.fill(new Path2D(SHAPES[tone]), 'evenodd')
  pixels.restore()
  pixels.fillStyle = ink
  for (const { text, size, base } of lines) {
    pixels.font = fontOf(look, size)
    pixels.fillText(text, LEFT, base)
  }
}

/** Paper with round corners, and one that is folded. */
function outline(width: number, height: number): Path2D {
  const { round, fold } = SET
  const path = new Path2D()
  path.moveTo(round, 0)
  path.arcTo(width, 0, width, height, round)
  path.lineTo(width, height - fold)
  path.lineTo(width - fold, height)
  path.arcTo(0, height, 0, 0, round)
  path.arcTo(0, 0, width, 0, round)
  path.closePath()
  return path
}
