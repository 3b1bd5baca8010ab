// Pan and zoom of a free board: d3-zoom holds the transform, the world is drawn with it. Called by FreeBoard.svelte.
import { select, type Selection } from 'd3-selection'
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from 'd3-zoom'
import type { Note, Point } from '../../shared/board/note.ts'
import { SET } from './lettering.ts'

const NARROWEST = 0.15
const WIDEST = 4
/** Below this scale the letters of a sheet are under five pixels. */
const READABLE = 0.36
/** At this scale everybody reads. */
const NEAR = 0.8
/** The hand rests after so many milliseconds without a movement. */
const REST = 300
/** Around the whole world, so that no sheet touches the edge (px). */
const MARGIN = 14

/** A sheet in the world's own pixels; higher ones hang over. No transform of its own: thousands of them must stay one layer. */
export const SHEET = { width: SET.width, height: 52 } as const

/** How many times wider and higher than the view the world is, so that this many notes find room. */
export function spreadFor(notes: number): number {
  if (notes <= 24) return 1
  if (notes <= 60) return 1.4
  if (notes <= 150) return 1.8
  if (notes <= 500) return 2.4
  return notes <= 1000 ? 4 : 6
}

/** Where a sheet lies along one side, from 0 (at one edge) to 1 (at the other); always inside. */
export function partOf(at: number, sheet: number, whole: number): number {
  if (whole <= sheet) return 0.5
  return Math.round(Math.min(1, Math.max(0, at / (whole - sheet))) * 10_000) / 10_000
}

export class Lens {
  x = $state(0)
  y = $state(0)
  k = $state(1)
  /** Of the world, in its own pixels. */
  width = $state(0)
  height = $state(0)
  /** The world is moved as one picture; after a zoom it is drawn anew once, to be sharp. */
  picture = $state(true)

  /** Too small to be read: notes are shown as their colours alone. */
  readonly far = $derived(this.k < READABLE)

  #spread = 1
  #untouched = true
  #drawnAt = 1
  #resting: ReturnType<typeof setTimeout> | undefined
  #view: Selection<HTMLElement, unknown, null, undefined> | null = null
  #zoom: ZoomBehavior<HTMLElement, unknown> = zoom<HTMLElement, unknown>()
    .scaleExtent([NARROWEST, WIDEST])
    .filter((event: Event) => wants(event))
    .constrain((transform, [[left, top], [right, bottom]]) =>
      kept(transform, [(left + right) / 2, (top + bottom) / 2], [this.width, this.height]),
    )
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => this.#take(event))
    .on('end', () => this.#settle())

  /** Attachment of the element that shows a part of the world. */
  surface = (node: HTMLElement): (() => void) => {
    this.#view = select(node)
    this.#view.call(this.#zoom).on('dblclick.zoom', null)
    const roll = (event: WheelEvent) => this.#roll(event)
    node.addEventListener('wheel', roll, { passive: false })
    const sizes = new ResizeObserver(() => this.#measure())
    sizes.observe(node)
    this.#measure()
    return () => {
      sizes.disconnect()
      clearTimeout(this.#resting)
      node.removeEventListener('wheel', roll)
      this.#view?.on('.zoom', null)
      this.#view = null
    }
  }

  /** Makes room for so many notes; the whole is shown until somebody has looked closer. */
  spread(notes: number): void {
    this.#spread = spreadFor(notes)
    this.#measure()
  }

  /** Shows the whole world. */
  fit(): void {
    if (!this.#view) return
    this.#view.call(this.#zoom.transform, zoomIdentity.translate(MARGIN, MARGIN).scale(1 / this.#spread))
    this.#untouched = true
  }

  by(factor: number): void {
    this.#view?.call(this.#zoom.scaleBy, factor)
    this.#untouched = false
  }

  /** The place of a sheet whose corner is at this point of the screen. */
  placeOf(sheet: { x: number; y: number }): Point {
    const box = this.#view?.node()?.getBoundingClientRect()
    const [left, top] = [sheet.x - (box?.left ?? 0) - this.x, sheet.y - (box?.top ?? 0) - this.y]
    return [partOf(left / this.k, SHEET.width, this.width), partOf(top / this.k, SHEET.height, this.height)]
  }

  /** The note nearest to the eye under a point of the screen; null where none is. */
  noteAt(notes: readonly Note[], heightOf: (note: Note) => number, x: number, y: number): string | null {
    const box = this.#view?.node()?.getBoundingClientRect()
    const [left, top] = [(x - (box?.left ?? 0) - this.x) / this.k, (y - (box?.top ?? 0) - this.y) / this.k]
    const hit = notes.findLast((note) => {
      const { at } = note
      const [dx, dy] = [left - at[0] * (this.width - SHEET.width), top - at[1] * (this.height - SHEET.height)]
      return dx >= 0 && dx <= SHEET.width && dy >= 0 && dy <= heightOf(note)
    })
    return hit?.id ?? null
  }

  /** Brings a place of the board into view where it is not; `near`, so close that it can be read. */
  show(at: Point, near: boolean): void {
    const box = this.#view?.node()?.getBoundingClientRect()
    if (!box) return
    const [left, top] = [at[0] * (this.width - SHEET.width), at[1] * (this.height - SHEET.height)]
    const [x, y] = [this.x + left * this.k, this.y + top * this.k]
    const seen =
      x >= 0 && y >= 0 && x + SHEET.width * this.k <= box.width && y + SHEET.height * this.k <= box.height
    const closer = near && this.k < NEAR
    if (seen && !closer) return
    if (closer) this.#view?.call(this.#zoom.scaleTo, NEAR)
    this.#view?.call(this.#zoom.translateTo, left + SHEET.width / 2, top + SHEET.height / 2)
    this.#untouched = false
  }

  #measure(): void {
    const box = this.#view?.node()?.getBoundingClientRect()
    if (!box || box.width === 0) return
    this.width = Math.max(0, box.width - 2 * MARGIN) * this.#spread
    this.height = Math.max(0, box.height - 2 * MARGIN) * this.#spread
    if (this.#untouched) this.fit()
  }

  /** The bare wheel moves the table. */
  #roll(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) return
    event.preventDefault()
    this.#view?.call(this.#zoom.translateBy, -event.deltaX / this.k, -event.deltaY / this.k)
    this.#untouched = false
  }

  /** Drawing thousands of sheets anew takes longer than a frame: it waits until the hand rests. */
  #settle(): void {
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => this.#sharpen(), REST)
  }

  #sharpen(): void {
    if (this.k === this.#drawnAt) return
    this.#drawnAt = this.k
    this.picture = false
    requestAnimationFrame(() => requestAnimationFrame(() => (this.picture = true)))
  }

  #take({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>): void {
    clearTimeout(this.#resting)
    this.x = transform.x
    this.y = transform.y
    this.k = transform.k
    if (sourceEvent) this.#untouched = false
    this.#view?.node()?.dispatchEvent(new CustomEvent('boardzoom', { bubbles: true }))
  }
}

/** The middle of the view stays over the world: nobody looks at an empty table and cannot find the notes again. */
export function kept(transform: ZoomTransform, middle: Point, [width, height]: Point): ZoomTransform {
  if (width === 0) return transform
  const [x, y] = transform.invert(middle)
  const inside = (at: number, whole: number) => Math.min(whole, Math.max(0, at))
  return transform.translate(x - inside(x, width), y - inside(y, height))
}

/** Notes are dragged, not the table under them, except with the middle button; Ctrl and the wheel (or a pinch) zoom. */
function wants(event: Event): boolean {
  const { button, ctrlKey, metaKey } = event as MouseEvent
  if (event.type === 'wheel') return ctrlKey || metaKey
  return button === 1 || (!button && (event.target as Element).closest('[data-note], textarea') === null)
}
