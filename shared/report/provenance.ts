// From what was put to the vote back to what people wrote. Called by the report page.
import type { Note } from '../board/note.ts'
import { below, forest } from '../board/tree.ts'
import type { Section } from './model.ts'

export interface Origin {
  option: string
  /** The note the option was made of, and every note that lies under it. */
  notes: Note[]
  /** The activity on whose board they lie. */
  section: string
}

/** For each option of a section's paper that was made of notes of an activity of this report; in the order of the paper. */
export function originsOf(
  section: Pick<Section, 'paper'>,
  sections: Pick<Section, 'id' | 'notes'>[],
): Origin[] {
  const branches = new Map(
    sections.flatMap(({ id, notes }) =>
      everyBranch(forest(notes)).map((branch) => [branch.note.id, { branch, id }] as const),
    ),
  )
  return (section.paper?.options ?? []).flatMap(({ id, label }) => {
    const found = branches.get(id)
    if (!found) return []
    return [{ option: label, notes: [found.branch.note, ...below(found.branch)], section: found.id }]
  })
}

function everyBranch(branches: ReturnType<typeof forest>): ReturnType<typeof forest> {
  return branches.flatMap((branch) => [branch, ...everyBranch(branch.children)])
}
