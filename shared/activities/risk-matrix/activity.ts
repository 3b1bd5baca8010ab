// Risk matrix: each person rates how likely and how severe each cause of failure is (after the pre-mortem, Klein 2007).
// Comes after a board of causes, whose notes or groups it takes over.
import * as z from 'zod'
import { checkAxes, placesOf, type AxesBallot } from '../../counting/axes.ts'
import { dropKey } from '../../counting/withdrawal.ts'
import type { Translate } from '../../i18n/translate.ts'
import { byRank, roundBlocks } from '../../report/rounds.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countCauses, type Cause, type CausesResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }

/** Causes that a room weighs in one go. */
const MOST = 20

const settings = z.object(sourceSettings)

/** Both scales run from 1 to 5. */
export interface RiskPaper extends Paper {
  min: number
  max: number
  midpoint: number
}

export const riskMatrix = defineActivity<z.output<typeof settings>, RiskPaper, AxesBallot, CausesResult>({
  kind: 'risk-matrix',
  settings,
  steps: () => voteSteps({ read: 2, vote: 6, show: 6 }),
  poll: {
    type: 'axes',
    secrecy: () => 'secret',
    paper: (notes, s) => ({ options: paperOptions(notes, s), rev: 1, min: 1, max: 5, midpoint: 3 }),
    check: checkAxes,
    withoutOption: dropKey,
    count: ({ options }, ballots) =>
      countCauses(options.map(({ id }) => ({ option: id, places: placesOf(id, ballots) }))),
    before: ({ length: count }) => [
      ...(count === 0 ? [{ key: 'advice.none' }] : []),
      ...(count > MOST ? [{ key: 'advice.many', params: { count, most: MOST } }] : []),
    ],
    advise: ({ options }, { order }) => {
      const count = options.length - order.length
      return order.length > 0 && count > 0 ? [{ key: 'advice.unrated', params: { count } }] : []
    },
  },
  report: ({ rounds, t }) =>
    roundBlocks(rounds, t, (paper, result) => {
      const place = new Map(result.order.map((option, i) => [option, i + 1]))
      return [
        {
          type: 'table',
          title: t('result'),
          head: ['table.place', 'table.cause', 'axis.x', 'axis.y', 'table.criticality'].map((key) => t(key)),
          rows: byRank(paper.options, (id) => place.get(id)).map(({ option, rank }) => [
            rank ?? '',
            option.label,
            ...cells(result.items[option.id], t),
          ]),
        },
        { type: 'text', text: t('howCounted') },
      ]
    }),
  messages,
})

function cells(cause: Cause | undefined, t: Translate): string[] {
  const shown = (value: number | null | undefined) =>
    typeof value === 'number' ? t('figure', { value }) : ''
  return [shown(cause?.likelihood), shown(cause?.severity), shown(cause?.criticality)]
}
