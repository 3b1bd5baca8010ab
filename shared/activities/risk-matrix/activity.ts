// Risk matrix: each person rates how likely and how severe each cause of failure is (after the pre-mortem, Klein 2007).
// Comes after a board of causes, whose notes or groups it takes over; the pre-mortem itself may ask the same.
import * as z from 'zod'
import type { AxesBallot } from '../../counting/axes.ts'
import type { CausesResult, RiskPaper } from '../../counting/risks.ts'
import { riskBlocks } from '../../report/risks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import { defineActivity } from '../activity.ts'
import { riskPoll } from '../risk-poll.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object(sourceSettings)

export const riskMatrix = defineActivity<z.output<typeof settings>, RiskPaper, AxesBallot, CausesResult>({
  kind: 'risk-matrix',
  settings,
  steps: () => voteSteps({ read: 2, vote: 6, show: 6 }),
  poll: riskPoll((notes, s) => paperOptions(notes, s)),
  report: ({ rounds, t }) => roundBlocks(rounds, t, (paper, result) => riskBlocks(paper, result, t)),
  messages,
})
