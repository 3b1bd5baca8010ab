// Arrow keys on the board: from one note to its neighbour. Called by Columns.svelte and FreeBoard.svelte; pure.
import type { Column } from '../../shared/board/columns.ts'
import type { Note } from '../../shared/board/note.ts'
import { below } from '../../shared/board/tree.ts'

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

export function isArrow(key: string): key is Arrow {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight'
}

/** Ids column by column, as they are read: each note, then what lies under it. */
export function linesOf(columns: readonly Column[]): string[][] {
  return columns.map((column) => [
    ...(column.group ? [column.group.id] : []),
    ...column.branches.flatMap((branch) => [branch.note.id, ...below(branch).map((note) => note.id)]),
  ])
}

/** The neighbour in that direction; at the edge one stays. Sideways keeps the height and skips empty columns. */
export function walk(lines: readonly string[][], from: string | null, arrow: Arrow): string | null {
  const first = lines.flat()[0] ?? null
  const column = lines.findIndex((line) => from !== null && line.includes(from))
  if (column === -1) return first
  const row = lines[column]!.indexOf(from!)
  if (arrow === 'ArrowUp') return lines[column]![row - 1] ?? from
  if (arrow === 'ArrowDown') return lines[column]![row + 1] ?? from
  const step = arrow === 'ArrowRight' ? 1 : -1
  for (let to = column + step; lines[to]; to += step)
    if (lines[to]!.length > 0) return lines[to]![Math.min(row, lines[to]!.length - 1)]!
  return from
}

/** The nearest note that lies in that direction on a free board. */
export function walkFree(notes: readonly Note[], from: string | null, arrow: Arrow): string | null {
  const here = notes.find((note) => note.id === from)
  if (!here) return notes[0]?.id ?? null
  const sideways = arrow === 'ArrowLeft' || arrow === 'ArrowRight'
  const sign = arrow === 'ArrowRight' || arrow === 'ArrowDown' ? 1 : -1
  let best: { id: string; far: number } | null = null
  for (const note of notes) {
    const [dx, dy] = [note.at[0] - here.at[0], note.at[1] - here.at[1]]
    const [along, aside] = sideways ? [dx * sign, dy] : [dy * sign, dx]
    const off = Math.abs(aside)
    // What lies more aside than ahead comes last.
    const far = along + 2 * off + (off > along ? 10 : 0)
    if (along > 0 && (!best || far < best.far)) best = { id: note.id, far }
  }
  return best?.id ?? here.id
}
