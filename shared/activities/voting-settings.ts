// Settings and options that every voting activity understands (contract, section 2).
// Called by the activities with a poll.
import * as z from 'zod'
import { isGroup, forest, type Branch } from '../board/tree.ts'
import { TONES, type Note } from '../board/note.ts'
import { isId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { compare, fraction, parseFraction } from '../counting/fraction.ts'
import type { OptionEntry } from '../voting.ts'
import type { CarriedNote, Step } from './activity.ts'

const id = z.string().refine(isId, 'id')

/** `options` are written by hand; else the notes of `from` (an activity, or several), or of the nearest earlier one that has some. */
export const sourceSettings = {
  options: z
    .array(z.object({ id, label: z.string().trim().min(1).max(LIMITS.note) }))
    .max(LIMITS.options)
    .refine(
      (options) => new Set(options.map((option) => option.id)).size === options.length,
      'ids must be unique',
    )
    .optional(),
  from: z.union([id, z.array(id).max(LIMITS.activities)]).optional(),
}

export interface SourceSettings {
  options?: { id: string; label: string }[] | undefined
  from?: string | string[] | undefined
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
    .map(({ note }) => optionOf(note))
}

/** A note as an option; it keeps where it was written. */
function optionOf({ id, text, tone, from }: CarriedNote): OptionEntry {
  return { id, label: text, tone, ...(from === undefined ? {} : { from }) }
}

/** Options as notes, for an activity that takes them over: in this order, and with where they were written. */
export function notesOf(options: readonly OptionEntry[]): CarriedNote[] {
  return options.map(({ id, label, tone, from }, i) => ({
    id,
    text: label,
    tone: TONES.find((one) => one === tone) ?? 'craie',
    at: [0.5, 0.5],
    order: String(i).padStart(4, '0'),
    ...(from === undefined ? {} : { from }),
  }))
}

function leaves(branch: Branch): Branch[] {
  return isGroup(branch) ? branch.children.flatMap(leaves) : [branch]
}

const SHARE = /^(\d{1,4}\/\d{1,4}|\d{1,4}(\.\d{1,6})?)$/

/** A share from 0 to 1, kept as it was written: '3/4' or 0.75. */
export function shareSetting(initial: string) {
  return z.coerce.string().trim().max(9).refine(isShare, 'a share from 0 to 1').default(initial)
}

function isShare(text: string): boolean {
  if (!SHARE.test(text) || /\/0+$/.test(text)) return false
  return compare(parseFraction(text), fraction(1)) <= 0
}

/** The running order of a vote: read the paper (where there is something to read), vote unseen, see the result. */
export function voteSteps(minutes: { read?: number; vote: number; show: number }): Step[] {
  const quiet = { pads: 'off', board: 'none' } as const
  const vote: Step = { id: 'vote', minutes: minutes.vote, ...quiet, poll: true, results: 'hidden' }
  const show: Step = { id: 'show', minutes: minutes.show, ...quiet, results: 'shown' }
  if (minutes.read === undefined) return [vote, show]
  return [{ id: 'read', minutes: minutes.read, ...quiet, results: 'hidden' }, vote, show]
}
