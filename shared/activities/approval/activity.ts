// Approval: each person supports as many options as they like; a date, a venue, names for a committee.
import * as z from 'zod'
import { dropPick, mergePicks } from '../../counting/withdrawal.ts'
import { checkPicks, countPicks, type PickRule } from '../../counting/picks.ts'
import { LIMITS } from '../../limits.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { seated, type ApprovalResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { approvalReport } from './report.ts'

const settings = z.object({
  ...sourceSettings,
  seats: z.number().int().min(1).max(LIMITS.options).default(1),
})

export interface ApprovalPaper extends Paper {
  seats: number
}

export const approval = defineActivity<z.output<typeof settings>, ApprovalPaper, string[], ApprovalResult>({
  kind: 'approval',
  settings,
  steps: () => voteSteps({ read: 1, vote: 2, show: 2 }),
  poll: {
    type: 'approval',
    secrecy: () => 'secret',
    paper: (notes, s) => ({ options: paperOptions(notes, s), rev: 1, seats: s.seats }),
    check: (paper, choice) => checkPicks(ruleOf(paper), choice),
    withoutOption: dropPick,
    joins: (paper) => paper,
    merge: mergePicks,
    count: (paper, ballots) => {
      const rule = ruleOf(paper)
      return seated(countPicks(rule, ballots), rule.options, paper.seats)
    },
  },
  report: approvalReport,
  messages,
})

/** Approving all is allowed, approving none is a blank ballot. */
function ruleOf({ options }: ApprovalPaper): PickRule {
  return { options: options.map((option) => option.id), min: 0, max: options.length }
}
