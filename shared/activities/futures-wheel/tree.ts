// The wheel as its notes tell it: what follows from what, of which order. Called by the activity's report.
import type { Note } from '../../board/note.ts'
import { forest, type Branch } from '../../board/tree.ts'
import { layWheel, type WheelNode } from './layout.ts'

/** Id of the note in the centre. */
export const CENTRE = 'centre'

export interface Consequence {
  note: Note
  /** 1 for a direct consequence, 2 for what follows from it, and so on. */
  order: number
  /** What it follows from. */
  cause: string
}

/** Consequences in reading order, each behind its cause, and the notes that nobody has tied to the wheel yet. */
export function readWheel(notes: readonly Note[]): { consequences: Consequence[]; loose: Note[] } {
  const roots = forest(notes)
  const centre = roots.find(({ note }) => note.id === CENTRE)
  const loose = roots.filter((root) => root !== centre).flatMap(all)
  if (!centre) return { consequences: [], loose }
  const { orders } = layWheel(nodeOf(centre), 0, 0, 1)
  const follow = (branch: Branch): Consequence[] =>
    branch.children.flatMap((child) => [
      { note: child.note, order: orders[child.note.id]!, cause: branch.note.text },
      ...follow(child),
    ])
  return { consequences: follow(centre), loose }
}

/** The order of the farthest consequence; 0 without any. */
export function longestChain(consequences: readonly Consequence[]): number {
  return consequences.reduce((longest, { order }) => Math.max(longest, order), 0)
}

function nodeOf({ note, children }: Branch): WheelNode {
  return { id: note.id, children: children.map(nodeOf) }
}

function all({ note, children }: Branch): Note[] {
  return [note, ...children.flatMap(all)]
}
