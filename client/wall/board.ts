// The board as a room screen can show it: at most four columns, each with its newest notes in full.
// Called by Board.svelte and its columns; pure.
import type { Zone } from '../../shared/activities/activity.ts'
import { columnsOf, type Column } from '../../shared/board/columns.ts'
import type { Note } from '../../shared/board/note.ts'
import type { Branch } from '../../shared/board/tree.ts'

export const MOST_COLUMNS = 4
export const MOST_NOTES = 16

export interface WallColumn extends Column {
  /** Contributions that lie in it, at any depth. */
  count: number
  /** Side by side in this column, so that few columns still fill the board. */
  stacks: Branch[][]
  /** Notes a stack may show in full. */
  limit: number
}

export interface WallBoard {
  columns: WallColumn[]
  /** Columns beyond the fourth, told in one summary. */
  rest: WallColumn[]
  /** Loose notes below four named columns: a strip, so that no named column gives way to them. */
  strip: WallColumn | null
  /** Of a note's text, in pixels of the 1920 x 1080 canvas. */
  noteSize: number
}

/** Columns of the visible notes. Beyond four named ones, three are shown and the others are summed up. */
export function wallBoard(notes: readonly Note[], zones: readonly Zone[]): WallBoard {
  const all = columnsOf(notes, zones)
  const hasStrip = all.length === MOST_COLUMNS + 1 && all.at(-1)!.title === null
  const shown = all.length <= MOST_COLUMNS ? all.length : hasStrip ? MOST_COLUMNS : MOST_COLUMNS - 1
  const papers = all.reduce((sum, column) => sum + column.branches.length, 0)
  const stacks = stacksFor(all.length, papers)
  const limit = Math.floor(MOST_NOTES / Math.max(1, shown * stacks))
  const columns = all.map((column) => ({
    ...column,
    count: column.branches.flatMap(contributions).length,
    stacks: deal(column.branches, stacks),
    limit,
  }))
  return {
    columns: columns.slice(0, shown),
    rest: hasStrip ? [] : columns.slice(shown),
    strip: hasStrip ? columns.at(-1)! : null,
    noteSize: noteSize(all.length, papers, longest(all)),
  }
}

function stacksFor(columns: number, papers: number): number {
  if (columns > 2) return 1
  if (columns === 2) return papers <= 8 ? 1 : 2
  return papers <= 4 ? 2 : papers <= 9 ? 3 : MOST_COLUMNS
}

/** Few notes are set larger: 28 is the floor, not the aim. Long texts are not. */
function noteSize(columns: number, papers: number, longest: number): number {
  if (longest > 250) return 28
  if (columns > 2) return papers <= 8 ? 34 : 28
  if (longest > 150) return papers <= 9 ? 34 : 28
  return papers <= 4 ? 42 : papers <= 9 ? 34 : 28
}

function longest(columns: Column[]): number {
  return Math.max(0, ...columns.flatMap((column) => column.branches.map((b) => b.note.text.length)))
}

/** The notes of a branch that somebody wrote: a group's own title is none. */
export function contributions(branch: Branch): Note[] {
  const own = isTitle(branch.note) ? [] : [branch.note]
  return [...own, ...branch.children.flatMap(contributions)]
}

/** True for a note that was made as the title of a group. */
export function isTitle(note: Note): boolean {
  return note.fields?.['group'] === 1
}

/** What a column cannot show in full, in reading order; `shown` holds the ids of the branches it shows. */
export function leftOver(column: WallColumn, shown: ReadonlySet<string>): Note[] {
  return column.branches.filter((branch) => !shown.has(branch.note.id)).flatMap(contributions)
}

/** Round by round, by position: a note that is added at the end moves no other to another stack. */
function deal(branches: Branch[], stacks: number): Branch[][] {
  return Array.from({ length: stacks }, (_, stack) => branches.filter((_, i) => i % stacks === stack))
}
