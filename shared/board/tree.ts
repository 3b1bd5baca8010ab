// Parents to forest: groups and what lies under them. Called by boards, papers, reports.
// Concurrent moves can make a ring of parents; it is cut the same way everywhere, on reading.
import { byOrder, type Note } from './note.ts'

export interface Branch {
  note: Note
  children: Branch[]
}

/** A note is a group when it was made as one, or when others lie under it. */
export function isGroup(branch: Branch): boolean {
  return branch.children.length > 0 || branch.note.fields?.group === 1
}

/**
 * Forest of the visible notes, siblings in order. A parent that is missing (or is a zone) makes a root.
 * In a ring of parents the note with the smallest id becomes the root.
 */
export function forest(notes: readonly Note[]): Branch[] {
  const visible = notes.filter((note) => !note.hidden)
  const branches = new Map(visible.map((note) => [note.id, { note, children: [] as Branch[] }]))
  const cut = ringHeads(visible)
  const roots: Branch[] = []
  for (const note of [...visible].sort(byOrder)) {
    const branch = branches.get(note.id)!
    const parent = note.under === undefined || cut.has(note.id) ? undefined : branches.get(note.under)
    ;(parent?.children ?? roots).push(branch)
  }
  return roots
}

/** Branches that lie so far below a root that was made as one (a group's own note); 0 gives those roots. */
export function atDepth(notes: readonly Note[], order: number): Branch[] {
  const roots = forest(notes).filter(({ note }) => note.fields?.['group'] === 1)
  return Array.from({ length: order }).reduce<Branch[]>(
    (branches) => branches.flatMap(({ children }) => children),
    roots,
  )
}

/** Every note below a branch, depth first, itself left out. */
export function below(branch: Branch): Note[] {
  return branch.children.flatMap((child) => [child.note, ...below(child)])
}

/** One entry for each note that lies in a ring of parents: the smallest id of each ring. */
function ringHeads(notes: readonly Note[]): Set<string> {
  const parent = new Map(notes.map((note) => [note.id, note.under]))
  const done = new Set<string>()
  const heads = new Set<string>()
  for (const start of parent.keys()) {
    const path: string[] = []
    let id: string | undefined = start
    while (id !== undefined && parent.has(id) && !done.has(id) && !path.includes(id)) {
      path.push(id)
      id = parent.get(id)
    }
    if (id !== undefined && path.includes(id)) heads.add(path.slice(path.indexOf(id)).sort()[0]!)
    for (const step of path) done.add(step)
  }
  return heads
}
