// Single choice: each person names one option; a quick check, or a decision between two.
import * as z from 'zod'
import { dropChoice, mergeChoice } from '../../counting/withdrawal.ts'
import type { Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { BLANK, countSingle, withoutBlank, type Rule, type SingleResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { singleReport } from './report.ts'

const settings = z.object({
  ...sourceSettings,
  /** absolute: more than half of the votes expressed, else a second round that the desk opens by hand. */
  rule: z.enum(['plurality', 'absolute']).default('plurality'),
  /** Offers the blank ballot as a button of its own. */
  allowBlank: z.boolean().default(true),
})

export interface SinglePaper extends Paper {
  rule: Rule
  allowBlank: boolean
}

export const singleChoice = defineActivity<z.output<typeof settings>, SinglePaper, string, SingleResult>({
  kind: 'single-choice',
  settings,
  steps: () => voteSteps({ read: 1, vote: 2, show: 2 }),
  poll: {
    type: 'single',
    secrecy: () => 'secret',
    paper: (notes, { rule, allowBlank, ...source }) => ({
      options: withoutBlank(paperOptions(notes, source)),
      rev: 1,
      rule,
      allowBlank,
    }),
    check: (paper, choice) => {
      if (typeof choice !== 'string') return refuse('bad-request')
      const offered = choice === BLANK ? paper.allowBlank : paper.options.some(({ id }) => id === choice)
      return offered ? choice : refuse('unknown-option')
    },
    withoutOption: dropChoice,
    joins: (paper) => ({ ...paper, options: withoutBlank(paper.options) }),
    merge: mergeChoice,
    count: (paper, ballots) =>
      countSingle(
        paper.options.map((option) => option.id),
        paper.rule,
        ballots.map((ballot) => (ballot === BLANK ? null : ballot)),
      ),
  },
  report: singleReport,
  messages,
})
