// Whose notes these are and what the room may answer to them: settings of every exercise whose notes have authors, and the
// steps that keep the promise. Called by activity.ts for all exercises; told to all faces through the settings.
import * as z from 'zod'
import type { Step } from './activity.ts'

/**
 * kept: shown without names, the desk may ask for them in an export. named: shown with the first names that people gave.
 * forgotten: once nobody writes any more nothing leads back.
 */
const AUTHORS = ['kept', 'named', 'forgotten'] as const
export type Authors = (typeof AUTHORS)[number]

export const authorsSetting = z.enum(AUTHORS).default('kept')
/** Phones answer to notes that are shown with one touch. */
export const reactionsSetting = z.boolean().default(false)

/**
 * The same steps, of which those after the writing forget who wrote what, whichever is entered first. Where people wrote
 * unseen, writing ends at the reveal: a note that came later would stand alone, and so would its author.
 */
export function withAuthors(authors: Authors | undefined, steps: Step[]): Step[] {
  const last = steps.findLastIndex(({ pads }) => pads !== 'off')
  if (authors !== 'forgotten' || last === -1) return steps
  const unseen = steps.findLastIndex(({ pads }) => pads === 'sealed' || pads === 'moderated')
  const later = steps.slice(unseen + 1).filter(({ pads }) => pads !== 'off')
  const goesOn = unseen !== -1 && later.every((step) => sameTask(step, steps[unseen]!))
  const until = goesOn ? unseen : last
  if (until === steps.length - 1)
    return steps.map((step, i) => (i === until ? { ...step, forgets: 'after' } : step))
  return steps.map((step, i) => (i <= until ? step : { ...step, pads: 'off', forgets: true }))
}

/** True where a step only goes on with what another one asked for. */
function sameTask({ asks, writers }: Step, other: Step): boolean {
  return JSON.stringify(asks) === JSON.stringify(other.asks) && writers === other.writers
}

/** The same steps; phones may react wherever they read the board, unless they support notes there. */
export function withReactions(on: boolean | undefined, steps: Step[]): Step[] {
  if (!on) return steps
  return steps.map((step) =>
    step.board === 'read' && !step.upvotes && !step.poll ? { ...step, reactions: true } : step,
  )
}
