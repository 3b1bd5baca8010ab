// How much fits: notes one above the other, lines of a long note, glyphs in a row. Plain arithmetic on measured boxes.
// Called by the wall's boards and lists; lengths are in the same unit throughout.

/** How many boxes fit one above the other, counted from the last; at least one where there is any. */
export function fitFromEnd(heights: readonly number[], gap: number, room: number): number {
  let used = -gap
  let count = 0
  for (const height of [...heights].reverse()) {
    used += gap + height
    if (used > room) break
    count++
  }
  return Math.max(Math.min(1, heights.length), count)
}

export interface Plan {
  /** Notes shown in full by each stack, counted from its last. */
  counts: number[]
  /** Rows of glyphs below them; 0 where everything is shown, Infinity where glyphs have no room one by one. */
  rows: number
}

/** The fewest rows of glyphs under which everything has a place. `hidden` counts what is left over by such counts. */
export function planColumn(
  fits: (rows: number) => number[],
  hidden: (counts: number[]) => number,
  rowsFor: (glyphs: number) => number,
  mostRows: number,
): Plan {
  for (let rows = 0; rows <= mostRows; rows++) {
    const counts = fits(rows)
    const left = hidden(counts)
    if (left === 0) return { counts, rows: 0 }
    if (rows > 0 && rowsFor(left) <= rows) return { counts, rows }
  }
  return { counts: fits(Infinity), rows: Infinity }
}

/** Lines a note may take: all the room when it is alone in its stack, else enough for a note of usual length. */
export function linesFor(notes: number, room: number, line: number, frame: number): number {
  const most = Math.floor((room - frame) / line)
  return Math.max(2, notes <= 1 ? most : Math.min(9, most))
}

/** Rows that glyphs of one width take after a label as wide as `label` of them. */
export function glyphRows(count: number, width: number, glyph: number, label: number): number {
  const perRow = Math.max(1, Math.floor(width / glyph))
  return Math.ceil((count + label) / perRow)
}

/** Cells of a list in a box: one column, or two where one is not enough. `shown` leaves a cell for "+ n" where needed. */
export function listCells(
  count: number,
  height: number,
  row: number,
): { columns: number; rows: number; shown: number } {
  const most = Math.max(1, Math.floor(height / row))
  const columns = count > most ? 2 : 1
  const room = most * columns
  return {
    columns,
    rows: Math.min(most, Math.ceil(count / columns)),
    shown: count > room ? room - 1 : count,
  }
}
