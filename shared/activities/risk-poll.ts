// The vote on how likely and how severe causes of failure are. Called by the risk matrix and the pre-mortem, which differ in
// what they put on its paper.
import { checkAxes, type AxesBallot } from '../counting/axes.ts'
import { countRisks, MOST_RISKS, riskPaper, type CausesResult, type RiskPaper } from '../counting/risks.ts'
import { dropKey } from '../counting/withdrawal.ts'
import type { Note } from '../board/note.ts'
import type { Poll } from './activity.ts'

/** `causes` chooses from the notes what is rated. */
export function riskPoll<Settings>(
  causes: (notes: Note[], settings: Settings) => RiskPaper['options'],
): Poll<Settings, RiskPaper, AxesBallot, CausesResult> {
  return {
    type: 'axes',
    secrecy: () => 'secret',
    paper: (notes, settings) => riskPaper(causes(notes, settings)),
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
  }
}
