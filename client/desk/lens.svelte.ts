// Pan and zoom of a free board: d3-zoom holds the transform, the world is drawn with it. Called by FreeBoard.svelte.
import { select, type Selection } from 'd3-selection'
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom'
import type { Point } from '../../shared/board/note.ts'

/** The table in its own pixels, as wide as the room screen is to its height. */
export const WORLD = { width: 1920, height: 1080 } as const
const NARROWEST = 0.15
const WIDEST = 3

export class Lens {
  x = $state(0)
  y = $state(0)
  k = $state(1)
  /** While it moves the world is one picture; at rest it is drawn sharp again. */
  moving = $state(false)

  #view: Selection<HTMLElement, unknown, null, undefined> | null = null
  #zoom: ZoomBehavior<HTMLElement, unknown> = zoom<HTMLElement, unknown>()
    .scaleExtent([NARROWEST, WIDEST])
    .filter((event: Event) => this.#wants(event))
    .on('start', () => (this.moving = true))
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => this.#take(event))
    .on('end', () => (this.moving = false))

  /** Attachment of the element that shows a part of the world. */
  surface = (node: HTMLElement): (() => void) => {
    this.#view = select(node)
    this.#view.call(this.#zoom).on('dblclick.zoom', null)
    this.fit()
    return () => {
      this.#view?.on('.zoom', null)
      this.#view = null
    }
  }

  /** Shows the whole world. */
  fit(): void {
    const box = this.#view?.node()?.getBoundingClientRect()
    if (!this.#view || !box || box.width === 0) return
    const k = Math.min(box.width / WORLD.width, box.height / WORLD.height)
    const [x, y] = [(box.width - WORLD.width * k) / 2, (box.height - WORLD.height * k) / 2]
    this.#view.call(this.#zoom.transform, zoomIdentity.translate(x, y).scale(k))
  }

  by(factor: number): void {
    this.#view?.call(this.#zoom.scaleBy, factor)
  }

  /** A point of the screen as a part of the world, from 0 to 1. */
  partAt(clientX: number, clientY: number): Point {
    const box = this.#view?.node()?.getBoundingClientRect()
    const part = (at: number, from: number, length: number) =>
      Math.round(Math.min(1, Math.max(0, (at - from) / this.k / length)) * 10_000) / 10_000
    return [
      part(clientX - (box?.left ?? 0), this.x, WORLD.width),
      part(clientY - (box?.top ?? 0), this.y, WORLD.height),
    ]
  }

  /** Notes are dragged, not the table under them; the wheel zooms everywhere. */
  #wants(event: Event): boolean {
    const onNote = (event.target as Element).closest('[data-note], textarea') !== null
    return event.type === 'wheel' || (!onNote && !(event as MouseEvent).button)
  }

  #take({ transform }: D3ZoomEvent<HTMLElement, unknown>): void {
    this.x = transform.x
    this.y = transform.y
    this.k = transform.k
    this.#view?.node()?.dispatchEvent(new CustomEvent('boardzoom', { bubbles: true }))
  }
}
