// Which notes of a large free board are real sheets: those in view and a margin around it, some more each frame.
// The others are paint (PaintedNotes). Called by FreeBoard.svelte.
import type { Note } from '../../shared/board/note.ts'

/** Up to so many notes all are sheets, always. */
export const SMALL = 300
/** Where more than this are in view, letters would lie on letters: all of them are paint. */
const MOST = 500
/** Sheets made, and sheets taken away, in one frame: a pan must not wait for them. */
const A_FRAME = 16
const GOING = 32

/** A part of the board, in the parts of `Note.at`. */
export interface Part {
  left: number
  top: number
  right: number
  bottom: number
}

/** Ids that should be sheets; null where all are. `keep` are always among them. */
export function wanted(
  notes: readonly Note[],
  part: Part,
  far: boolean,
  keep: readonly (string | null)[],
): Set<string> | null {
  if (notes.length <= SMALL) return null
  const kept = new Set(keep.filter((id) => id !== null))
  if (far) return kept
  const inside = notes.filter(
    ({ at: [x, y] }) => x >= part.left && x <= part.right && y >= part.top && y <= part.bottom,
  )
  if (inside.length > MOST) return kept
  for (const { id } of inside) kept.add(id)
  return kept
}

/** One frame's way from what is there to what should be: a few go, a few are made. `first` are made at once. */
export function stepTo(
  now: ReadonlySet<string>,
  goal: ReadonlySet<string>,
  first: readonly (string | null)[],
): { sheets: Set<string>; done: boolean } {
  const sheets = new Set(now)
  let going = GOING
  for (const id of now) if (!goal.has(id) && going-- > 0) sheets.delete(id)
  for (const id of first) if (id !== null && goal.has(id)) sheets.add(id)
  let left = A_FRAME
  for (const id of goal) {
    if (sheets.has(id)) continue
    if (left-- === 0) return { sheets, done: false }
    sheets.add(id)
  }
  return { sheets, done: going >= 0 }
}

export class Culling {
  /** Notes that are sheets now; null where all are. */
  sheets: ReadonlySet<string> | null = $state.raw(null)
  #goal: Set<string> = new Set()
  #first: readonly (string | null)[] = []
  #frame = 0

  want(goal: Set<string> | null, first: readonly (string | null)[]): void {
    this.stop()
    if (!goal) return void (this.sheets = null)
    this.#goal = goal
    this.#first = first
    this.#step()
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
  }

  #step(): void {
    const now = this.sheets ?? new Set()
    const { sheets, done } = stepTo(now, this.#goal, this.#first)
    if (sheets.size !== now.size || [...sheets].some((id) => !now.has(id))) this.sheets = sheets
    if (!done) this.#frame = requestAnimationFrame(() => this.#step())
  }
}
