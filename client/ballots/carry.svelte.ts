// A row carried to another place of its list by its handle: finger, pen or mouse. One instance a list; keys have moves of their own.
// Called by RankList.svelte, which says what a drop does. The page still scrolls by every other part of a row.

/** Distance from the upper and lower edge at which the page scrolls under the hand, and how far at once (px). */
const EDGE = 96
const SCROLL = 9
/** Between two rows of a list (px). */
const GAP = 6

export class Carry {
  /** Id of the row in the hand. */
  held: string | null = $state(null)
  /** Its place in the list, from 0: where it was taken, and where it would come to lie. */
  from = $state(0)
  to = $state(0)
  /** How far it has been carried, and how much room it leaves (px). */
  by = $state(0)
  room = $state(0)
  #list: () => HTMLElement
  #drop: (id: string, to: number) => void
  #middles: number[] = []
  #start = 0
  #at = 0
  #frame = 0

  /** `list` holds rows only, each with its id as `data-option`. */
  constructor(list: () => HTMLElement, drop: (id: string, to: number) => void) {
    this.#list = list
    this.#drop = drop
  }

  /** On `pointerdown` of a handle. */
  take = (event: PointerEvent, id: string): void => {
    if (event.button !== 0 || this.held !== null) return
    event.preventDefault()
    const handle = event.currentTarget as HTMLElement
    handle.setPointerCapture(event.pointerId)
    const rows = [...this.#list().querySelectorAll<HTMLElement>('[data-option]')]
    const boxes = rows.map((row) => row.getBoundingClientRect())
    const top = this.#top()
    this.from = rows.findIndex((row) => row.dataset['option'] === id)
    this.to = this.from
    this.#middles = boxes.map((box) => (box.top + box.bottom) / 2 - top)
    this.room = boxes[this.from]!.height + GAP
    this.by = 0
    this.#at = event.clientY
    this.#start = event.clientY - top
    this.held = id
    this.#scroll()
  }

  /** On `pointermove` of the handle. */
  move = (event: PointerEvent): void => {
    if (this.held === null) return
    this.#at = event.clientY
    this.#follow()
  }

  /** On `pointerup` of the handle. */
  put = (): void => {
    const { held, from, to } = this
    this.stop()
    if (held !== null && from !== to) this.#drop(held, to)
  }

  /** On `pointercancel`, on Escape, and when the list goes: everything lies where it lay. */
  stop = (): void => {
    this.held = null
    cancelAnimationFrame(this.#frame)
  }

  /** How far a row moves out of the way, or goes with the hand (px). */
  shift(place: number): number {
    if (this.held === null) return 0
    if (place === this.from) return this.by
    if (place > this.from && place <= this.to) return -this.room
    return place < this.from && place >= this.to ? this.room : 0
  }

  #top(): number {
    return this.#list().getBoundingClientRect().top
  }

  #follow(): void {
    this.by = this.#at - this.#top() - this.#start
    const middle = this.#middles[this.from]! + this.by
    const passed = this.#middles.filter((other, place) => place !== this.from && other < middle)
    this.to = passed.length
  }

  /** As long as a row is held near an edge, the page goes on. */
  #scroll = (): void => {
    const down = this.#at > innerHeight - EDGE ? SCROLL : this.#at < EDGE ? -SCROLL : 0
    if (down !== 0) {
      scrollBy(0, down)
      this.#follow()
    }
    this.#frame = requestAnimationFrame(this.#scroll)
  }
}
