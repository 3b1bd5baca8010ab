// How many rooms are written in at this moment: where there are many, each waits a little for what comes next, because a few
// larger windows cost less than many small ones. One for all windows of a house; asked by pace.ts.

/** Milliseconds. */
const SPELL = 500
/** So many rooms with news within one spell are many. */
const MANY = 20

export class Tide {
  #rooms = new Set<object>()
  #since = -Infinity
  #before = 0

  /** A room sends its news. */
  ran(room: object, now: number): void {
    if (now - this.#since >= SPELL) {
      this.#before = now - this.#since < 2 * SPELL ? this.#rooms.size : 0
      this.#rooms.clear()
      this.#since = now
    }
    this.#rooms.add(room)
  }

  /** True while many rooms are written in. */
  isHigh(now: number): boolean {
    return now - this.#since < 2 * SPELL && Math.max(this.#before, this.#rooms.size) >= MANY
  }
}
