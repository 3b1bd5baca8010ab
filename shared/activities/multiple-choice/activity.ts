// Multiple choice: each person names several options; which of these apply, which workshops will you join.
import * as z from 'zod'
import { dropPick, mergePicks } from '../../counting/withdrawal.ts'
import { checkPicks, countPicks, type PickResult, type PickRule } from '../../counting/picks.ts'
import { picksBlocks } from '../../report/picks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import { LIMITS } from '../../limits.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object({
  ...sourceSettings,
  min: z.number().int().min(0).max(LIMITS.options).default(1),
  /** Default: as many as there are options. */
  max: z.number().int().min(1).max(LIMITS.options).optional(),
  /** Each phone shows the options in an order of its own. */
  shuffle: z.boolean().default(true),
})

export interface MultiplePaper extends Paper {
  min: number
  max: number
  shuffle: boolean
}

export const multipleChoice = defineActivity<z.output<typeof settings>, MultiplePaper, string[], PickResult>({
  kind: 'multiple-choice',
  settings,
  steps: () => voteSteps({ read: 1, vote: 3, show: 2 }),
  poll: {
    type: 'multiple',
    secrecy: () => 'secret',
    paper: (notes, s) => {
      const options = paperOptions(notes, s)
      const max = mostOf(s, options)
      return { options, rev: 1, min: Math.min(s.min, max), max, shuffle: s.shuffle }
    },
    check: (paper, choice) => checkPicks(ruleOf(paper), choice),
    withoutOption: dropPick,
    joins: (paper, s) => ({ ...paper, max: mostOf(s, paper.options) }),
    merge: mergePicks,
    count: (paper, ballots) => countPicks(ruleOf(paper), ballots),
  },
  report: ({ rounds, t }) =>
    roundBlocks(rounds, t, (paper, result) => [
      ...picksBlocks(paper.options, result, t),
      { type: 'text', text: t('howCounted', { min: paper.min, max: paper.max, blank: result.blank }) },
    ]),
  messages,
})

/** How many one person may name: as set, else all of them. */
function mostOf({ max }: { max?: number | undefined }, { length }: { length: number }): number {
  return Math.min(max ?? length, length)
}

function ruleOf({ options, min, max }: MultiplePaper): PickRule {
  return { options: options.map((option) => option.id), min: Math.min(min, options.length), max }
}
