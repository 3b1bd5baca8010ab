// Whose notes these are: what an activity promises its writers, and the steps that keep the promise.
// Called by activities whose people write; told to all faces through the settings.
import * as z from 'zod'
import type { Step } from './activity.ts'

/**
 * kept: shown without names, the desk may ask for them in an export. named: shown with the first names that people gave.
 * forgotten: at the reveal nothing leads back any more.
 */
export const AUTHORS = ['kept', 'named', 'forgotten'] as const
export type Authors = (typeof AUTHORS)[number]

export const authorsSetting = z.enum(AUTHORS).default('kept')

/**
 * The same steps, of which those after the last private writing forget who wrote what, whichever is entered first.
 * Nobody writes from then on: a note that came later would stand alone, and so would its author.
 */
export function withAuthors(authors: Authors, steps: Step[]): Step[] {
  if (authors !== 'forgotten') return steps
  const last = steps.findLastIndex(({ pads }) => pads === 'sealed' || pads === 'moderated')
  return steps.map((step, i) => {
    if (last === -1 || i <= last) return step
    return { ...step, pads: 'off', forgets: true }
  })
}
