// Long lists are laid a few rows a frame: the first are there at once, and the page never stands still. Called by BoardList and Column.

/** Rows that are there at once, and rows added in a frame. */
const FIRST = 60
const A_FRAME = 40

export class Growing {
  /** How many rows may stand now, counted from the first. */
  shown = $state(FIRST)

  /** Made while a component is: `count` says how many rows there are. */
  constructor(count: () => number) {
    $effect(() => {
      if (this.shown >= count()) return
      const frame = requestAnimationFrame(() => (this.shown += A_FRAME))
      return () => cancelAnimationFrame(frame)
    })
  }
}
