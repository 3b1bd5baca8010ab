// A note in the hand: mouse at once, touch after a long press (so that a finger can still scroll). One instance a board.
// Called by Columns.svelte and FreeBoard.svelte, which say what lies under the pointer and what a drop does.

export interface Held {
  id: string
  /** Top left of the lifted sheet and the pointer itself, in client pixels. */
  x: number
  y: number
  width: number
  pointer: [x: number, y: number]
}

export interface DragOptions<T> {
  enabled: () => boolean
  /** What a drop here would do; null where nothing would happen. */
  find: (under: Element | null, held: Held) => T | null
  drop: (held: Held, target: T) => void
}

const FAR = 5
const LONG_PRESS = 320
/** Distance from an edge at which a list scrolls under the hand, and how far at once (px). */
const EDGE = 36
const SCROLL = 14

interface Start {
  id: string
  pointer: number
  x: number
  y: number
  box: DOMRect
  timer: ReturnType<typeof setTimeout> | null
}

export class Drag<T> {
  held: Held | null = $state.raw(null)
  target: T | null = $state.raw(null)
  #options: DragOptions<T>
  #start: Start | null = null
  #dropped = false

  constructor(options: DragOptions<T>) {
    this.#options = options
  }

  /** Attachment: notes inside are elements with `data-note`. */
  surface = (node: HTMLElement): (() => void) => {
    const on = <K extends keyof HTMLElementEventMap>(
      target: HTMLElement | Window,
      type: K,
      handle: (event: HTMLElementEventMap[K]) => void,
      options?: AddEventListenerOptions,
    ) => {
      target.addEventListener(type, handle as EventListener, options)
      return () => target.removeEventListener(type, handle as EventListener, options)
    }
    const off = [
      on(node, 'pointerdown', (event) => this.#down(event, node)),
      on(window, 'pointermove', (event) => this.#move(event)),
      on(window, 'pointerup', (event) => this.#up(event)),
      on(window, 'pointercancel', () => this.#cancel()),
      on(window, 'keydown', (event) => this.held && event.key === 'Escape' && this.#cancel(), {
        capture: true,
      }),
      on(node, 'touchmove', (event) => this.held && event.preventDefault(), { passive: false }),
      on(node, 'click', (event) => this.#afterDrop(event), { capture: true }),
      on(node, 'contextmenu', (event) => this.held && event.preventDefault()),
    ]
    return () => {
      this.#cancel()
      for (const stop of off) stop()
    }
  }

  #down(event: PointerEvent, node: HTMLElement): void {
    const from = event.target as Element
    if (event.button !== 0 || !this.#options.enabled()) return
    if (from.closest('button, textarea, input, [role=toolbar], [role=menu]')) return
    const sheet = from.closest<HTMLElement>('[data-note]')
    if (!sheet || !node.contains(sheet)) return
    const touch = event.pointerType === 'touch'
    const { clientX: x, clientY: y, pointerId: pointer } = event
    const box = sheet.getBoundingClientRect()
    const timer = touch ? setTimeout(() => this.#lift(x, y), LONG_PRESS) : null
    this.#start = { id: sheet.dataset.note!, pointer, x, y, box, timer }
  }

  #move(event: PointerEvent): void {
    const start = this.#start
    if (!start || event.pointerId !== start.pointer) return
    const { clientX: x, clientY: y } = event
    const far = Math.hypot(x - start.x, y - start.y) > FAR
    if (!this.held && far && start.timer) return this.#cancel()
    if (this.held || far) this.#lift(x, y)
  }

  #lift(x: number, y: number): void {
    const { id, box, x: fromX, y: fromY } = this.#start!
    const held: Held = {
      id,
      x: box.left + x - fromX,
      y: box.top + y - fromY,
      width: box.width,
      pointer: [x, y],
    }
    const under = document.elementFromPoint(x, y)
    this.held = held
    this.target = this.#options.find(under, held)
    scrollNear(under, y)
  }

  #up(event: PointerEvent): void {
    if (event.pointerId !== this.#start?.pointer) return
    const { held, target } = this
    this.#cancel()
    if (!held) return
    this.#dropped = true
    setTimeout(() => (this.#dropped = false))
    if (target !== null) this.#options.drop(held, target)
  }

  #cancel(): void {
    if (this.#start?.timer) clearTimeout(this.#start.timer)
    this.#start = null
    this.held = null
    this.target = null
  }

  /** The click that ends a drag selects nothing. */
  #afterDrop(event: MouseEvent): void {
    if (!this.#dropped) return
    this.#dropped = false
    event.stopPropagation()
  }
}

function scrollNear(under: Element | null, y: number): void {
  const list = under?.closest('[data-scroll]')
  if (!list) return
  const { top, bottom } = list.getBoundingClientRect()
  if (y < top + EDGE) list.scrollBy(0, -SCROLL)
  if (y > bottom - EDGE) list.scrollBy(0, SCROLL)
}
