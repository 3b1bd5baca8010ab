// Drawing on a canvas for boards with more notes than elements can carry. Called by desk/PaintedNotes and wall/PaintedBoard.
import { TONES, type Tone } from '../../shared/board/note.ts'
import { BOX, SHAPES } from './shapes.ts'

export interface Colours {
  sheet: string
  edge: string
  ink: string
  /** Around the sheet, in the dark; empty where there is none. */
  rim: string
}

/** The colours of each tone in the theme that stands now. */
export function coloursOf(element: Element): Record<Tone, Colours> {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return byTone((tone) => ({
    ...{ sheet: of(`--note-${tone}`), edge: of(`--note-${tone}-edge`) },
    ...{ ink: of(`--note-${tone}-ink`), rim: of(`--note-${tone}-rim`) },
  }))
}

/** The shape of each tone in its colour, drawn once: to lay a picture costs a fraction of filling a path. `side` in device pixels. */
export function shapePictures(element: Element, side: number): Record<Tone, HTMLCanvasElement> {
  const colours = coloursOf(element)
  return byTone((tone) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = side
    const pixels = canvas.getContext('2d')
    if (!pixels) return canvas
    pixels.scale(side / BOX, side / BOX)
    pixels.fillStyle = colours[tone].edge
    pixels.fill(new Path2D(SHAPES[tone]), 'evenodd')
    return canvas
  })
}

/** Makes the canvas as large as its box, to be drawn in CSS pixels; null where it has no size yet. A new size empties it. */
export function surfaceOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const { clientWidth: width, clientHeight: height } = canvas
  const ratio = devicePixelRatio
  const pixels = canvas.getContext('2d')
  if (!pixels || width === 0) return null
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide
    canvas.height = high
  }
  pixels.setTransform(ratio, 0, 0, ratio, 0, 0)
  return pixels
}

/** Attachment: calls `changed` when the box gets another size, or the page other colours. */
export function watchLook(changed: () => void): (canvas: HTMLCanvasElement) => () => void {
  return (canvas) => {
    const sizes = new ResizeObserver(changed)
    sizes.observe(canvas)
    const theme = new MutationObserver(changed)
    theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-text'] })
    return () => {
      sizes.disconnect()
      theme.disconnect()
    }
  }
}

function byTone<T>(make: (tone: Tone) => T): Record<Tone, T> {
  return Object.fromEntries(TONES.map((tone) => [tone, make(tone)])) as Record<Tone, T>
}
