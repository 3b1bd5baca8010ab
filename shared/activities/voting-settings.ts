// Settings and options that every voting activity understands (contract, section 2).
// Called by the activities with a poll.
import * as z from 'zod'
import { isGroup, forest, type Branch } from '../board/tree.ts'
import type { Note } from '../board/note.ts'
import { isId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import type { OptionEntry } from '../voting.ts'

const id = z.string().refine(isId, 'id')

/** `options` are written by hand; else the notes of `from`, or of the nearest earlier activity that has some. */
export const sourceSettings = {
  options: z
    .array(z.object({ id, label: z.string().trim().min(1).max(LIMITS.note) }))
    .max(LIMITS.options)
    .optional(),
  from: id.optional(),
}

export interface SourceSettings {
  options?: { id: string; label: string }[] | undefined
  from?: string | undefined
  groupsCount?: boolean
}

/**
 * The options of a paper: those written in the settings, else the carried notes.
 * With `groupsCount` (the default) a group is one option and its notes are not; without, the notes are and their group is not.
 */
export function paperOptions(notes: Note[], settings: SourceSettings): OptionEntry[] {
  if (settings.options) return settings.options
  const roots = forest(notes)
  const branches = settings.groupsCount === false ? roots.flatMap(leaves) : roots
  return branches
    .filter((branch) => branch.note.text.trim() !== '')
    .slice(0, LIMITS.options)
    .map(({ note }) => ({ id: note.id, label: note.text, tone: note.tone }))
}

function leaves(branch: Branch): Branch[] {
  return isGroup(branch) ? branch.children.flatMap(leaves) : [branch]
}
