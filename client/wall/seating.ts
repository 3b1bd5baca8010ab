// How large the groups of a room can be told: columns, size of type, and how many have a place. Plain arithmetic in pixels of
// the 1920 x 1080 canvas. Called by Groups.svelte, whose cards are as tall and wide as said here.

export interface Seating {
  columns: number
  /** Type of a card in pixels of the canvas. */
  size: number
  /** Groups that have a place; the others are named by their number. */
  shown: number
}

/** Space between cards. */
export const GAP = 18
const SIZES = [50, 42, 34, 28] as const
const MOST_COLUMNS = 8
/** In type sizes: what of a card is not for names, in width and in height, a line, a disc with a number, and a character. */
const SIDE = 3.6
const FRAME = 0.9
const LINE = 1.2
const DISC = 1.9
const CHARACTER = 0.56

/** The largest type under which every group has a place with its names; at the smallest one, as many groups as have. */
export function seating(groups: readonly string[][], width: number, height: number): Seating {
  for (const whole of [true, false])
    for (const size of SIZES)
      for (let columns = 1; columns <= MOST_COLUMNS; columns++)
        if (shownIn(groups, { columns, size, width, height, whole }) === groups.length)
          return { columns, size, shown: groups.length }
  const size = SIZES.at(-1)!
  const shown = (columns: number) => shownIn(groups, { columns, size, width, height, whole: false })
  const columns = Array.from({ length: MOST_COLUMNS }, (_, i) => i + 1).reduce((best, next) =>
    shown(next) > shown(best) ? next : best,
  )
  return { columns, size, shown: shown(columns) }
}

interface Page {
  columns: number
  size: number
  width: number
  height: number
  /** Names stay on one line. */
  whole: boolean
}

function shownIn(groups: readonly string[][], { columns, size, width, height, whole }: Page): number {
  const room = Math.floor(((width - GAP * (columns - 1)) / columns / size - SIDE) / CHARACTER)
  const lines = (name: string) => Math.ceil(Math.max(1, name.length) / Math.max(1, room))
  if (room < 4 || (whole && groups.flat().some((name) => name.length > room))) return 0
  let used = -GAP
  for (let first = 0; first < groups.length; first += columns) {
    const row = groups.slice(first, first + columns)
    const most = Math.max(...row.map((names) => names.reduce((sum, name) => sum + lines(name), 0)))
    used += GAP + size * (FRAME + Math.max(DISC, most * LINE))
    if (used > height) return first
  }
  return groups.length
}
