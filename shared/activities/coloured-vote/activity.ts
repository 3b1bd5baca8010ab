// Coloured vote: each person gives every statement a colour, without looking at the others (after Régnier 1973).
// The colours stand beside their letters everywhere: nobody needs to tell them apart.
import * as z from 'zod'
import { checkEach, checkLevel } from '../../counting/choices.ts'
import { dropKey } from '../../counting/withdrawal.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import type { Unknown } from './count.ts'
import { ENOUGH, GRADES, tellColours, type ColourBallot, type ColourResult } from './grid.ts'
import messages from './messages.json' with { type: 'json' }
import { colourReport } from './report.ts'

/** Statements that a room colours and debates in one go (docs/foresight.md#coloured-vote). */
const MOST = 20

const settings = z.object({
  /** The statements. */
  ...sourceSettings,
  /** What white and black weigh: nothing, or as much as orange. */
  unknown: z.enum(['ignore', 'zero']).default('ignore'),
  /** Shows the colours of each person, without a name, in a column; from five people on. */
  columns: z.boolean().default(true),
  shuffle: z.boolean().default(false),
})

export interface ColourPaper extends Paper {
  /** Message keys of the colours, in the order of GRADES. */
  grades: string[]
  requireAll: boolean
  shuffle: boolean
  unknown: Unknown
  columns: boolean
}

export const colouredVote = defineActivity<
  z.output<typeof settings>,
  ColourPaper,
  ColourBallot,
  ColourResult
>({
  kind: 'coloured-vote',
  settings,
  steps: () => voteSteps({ read: 3, vote: 6, show: 15 }),
  poll: {
    type: 'grades',
    secrecy: () => 'secret',
    paper: (notes, { unknown, columns, shuffle, ...source }) => ({
      options: paperOptions(notes, source),
      rev: 1,
      grades: GRADES.map((colour) => `colour.${colour}`),
      requireAll: false,
      shuffle,
      unknown,
      columns,
    }),
    check: (paper, choice) =>
      checkEach(paper.options, choice, (value) => checkLevel({ min: 0, max: GRADES.length - 1 }, value)),
    withoutOption: dropKey,
    count: ({ options, unknown, columns }, ballots) =>
      tellColours(
        options.map(({ id }) => id),
        unknown,
        columns,
        ballots,
      ),
    before: ({ length: count }) => [
      ...(count === 0 ? [{ key: 'advice.none' }] : []),
      ...(count > MOST ? [{ key: 'advice.many', params: { count, most: MOST } }] : []),
    ],
    advise: ({ columns }, { n, rows }) => {
      const silent = Object.values(rows).filter(({ mean }) => mean === null).length
      return [
        ...(columns && n > 0 && n < ENOUGH ? [{ key: 'advice.few' }] : []),
        ...(n > 0 && silent > 0 ? [{ key: 'advice.silent', params: { count: silent } }] : []),
      ]
    },
  },
  report: colourReport,
  messages,
})
