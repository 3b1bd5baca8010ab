// Risk matrix: each person rates how likely and how severe each cause of failure is (after the pre-mortem, Klein 2007).
// Comes after a board of causes, whose notes or groups it takes over; the pre-mortem itself may ask the same.
import * as z from 'zod'
import { checkAxes, type AxesBallot } from '../../counting/axes.ts'
import { countRisks, MOST_RISKS, riskPaper, type CausesResult, type RiskPaper } from '../../counting/risks.ts'
import { dropKey } from '../../counting/withdrawal.ts'
import { riskBlocks } from '../../report/risks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object(sourceSettings)

export const riskMatrix = defineActivity<z.output<typeof settings>, RiskPaper, AxesBallot, CausesResult>({
  kind: 'risk-matrix',
  settings,
  steps: () => voteSteps({ read: 2, vote: 6, show: 6 }),
  poll: {
    type: 'axes',
    secrecy: () => 'secret',
    paper: (notes, s) => riskPaper(paperOptions(notes, s)),
    check: checkAxes,
    withoutOption: dropKey,
    count: countRisks,
    before: ({ length: count }) => [
      ...(count === 0 ? [{ key: 'advice.none' }] : []),
      ...(count > MOST_RISKS ? [{ key: 'advice.many', params: { count, most: MOST_RISKS } }] : []),
    ],
    advise: ({ options }, { order }) => {
      const count = options.length - order.length
      return order.length > 0 && count > 0 ? [{ key: 'advice.unrated', params: { count } }] : []
    },
  },
  report: ({ rounds, t }) => roundBlocks(rounds, t, (paper, result) => riskBlocks(paper, result, t)),
  messages,
})
