// Quadratic vote: each person spends credits on options, and the more votes on one, the dearer the next.
import * as z from 'zod'
import { dropKey } from '../../counting/withdrawal.ts'
import { checkEach } from '../../counting/choices.ts'
import type { Paper } from '../../voting.ts'
import { isRefusal, refuse } from '../../wire.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import {
  countCredits,
  creditsOf,
  defaultCredits,
  faultOf,
  type CreditBallot,
  type QuadraticResult,
} from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { quadraticReport } from './report.ts'

const settings = z.object({
  ...sourceSettings,
  /** Default: 100, or 36 for up to six options. */
  credits: z.number().int().min(1).max(10_000).optional(),
  /** Votes against cost as much as votes for. */
  allowNegative: z.boolean().default(false),
})

export interface CreditPaper extends Paper {
  credits: number
  allowNegative: boolean
}

/** With the credits spent on each option. */
export interface CreditCount extends QuadraticResult {
  credits: Record<string, number>
}

export const quadratic = defineActivity<z.output<typeof settings>, CreditPaper, CreditBallot, CreditCount>({
  kind: 'quadratic',
  settings,
  steps: () => voteSteps({ read: 2, vote: 5, show: 3 }),
  poll: {
    type: 'credits',
    secrecy: () => 'secret',
    paper: (notes, s) => {
      const options = paperOptions(notes, s)
      const credits = s.credits ?? defaultCredits(options.length)
      return { options, rev: 1, credits, allowNegative: s.allowNegative }
    },
    check: (paper, choice) => {
      const ballot = checkEach(paper.options, choice, readVotes)
      if (isRefusal(ballot)) return ballot
      const fault = faultOf(ruleOf(paper), ballot)
      return fault ? refuse(fault) : ballot
    },
    withoutOption: dropKey,
    joins: (paper) => paper,
    count: (paper, ballots) => ({
      ...countCredits(ruleOf(paper), ballots),
      credits: creditsOf(ruleOf(paper), ballots),
    }),
  },
  report: quadraticReport,
  messages,
})

/** No votes on an option say the same as not naming it. */
function readVotes(value: unknown) {
  if (value === 0) return undefined
  return typeof value === 'number' ? value : refuse('bad-request')
}

function ruleOf({ options, credits, allowNegative }: CreditPaper) {
  return { options: options.map((option) => option.id), credits, allowNegative }
}
