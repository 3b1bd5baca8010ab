// Drawing on a canvas for boards with more notes than elements can carry. Called by desk/PaintedNotes and wall/PaintedBoard.
import { TONES, type Tone } from '../../shared/board/note.ts'
import { SHAPES } from './shapes.ts'

export interface Colours {
  sheet: string
  edge: string
}

/** The colours of each tone in the theme that stands now. */
export function coloursOf(element: Element): Record<Tone, Colours> {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return byTone((tone) => ({ sheet: of(`--note-${tone}`), edge: of(`--note-${tone}-edge`) }))
}

/** The shape of each tone in a box of 16. */
export function shapePaths(): Record<Tone, Path2D> {
  return byTone((tone) => new Path2D(SHAPES[tone]))
}

/** A canvas as large as its box, drawn in CSS pixels; null where it has no size yet. */
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
  pixels.clearRect(0, 0, width, height)
  return pixels
}

function byTone<T>(make: (tone: Tone) => T): Record<Tone, T> {
  return Object.fromEntries(TONES.map((tone) => [tone, make(tone)])) as Record<Tone, T>
}
