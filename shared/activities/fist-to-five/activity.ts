// Fist to five: everybody shows from no finger to five at once; does the room live with this proposal?
import * as z from 'zod'
import { checkLevel } from '../../counting/choices.ts'
import { scalePaper, scaleTable, type ScalePaper } from '../../counting/scale.ts'
import { roundBlocks } from '../../report/rounds.ts'
import { defineActivity } from '../activity.ts'
import { sourceSettings, voteSteps } from '../voting-settings.ts'
import { countFists, FINGERS, type FistResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object({
  ...sourceSettings,
  /** public suits a team of up to twelve people who know each other. */
  secrecy: z.enum(['secret', 'public']).default('secret'),
})

export const fistToFive = defineActivity<z.output<typeof settings>, ScalePaper, number, FistResult>({
  kind: 'fist-to-five',
  settings,
  steps: () => voteSteps({ vote: 1, show: 4 }),
  poll: {
    type: 'scale',
    secrecy: (s) => s.secrecy,
    paper: () => scalePaper(FINGERS.min, FINGERS.max),
    check: checkLevel,
    count: (_, ballots) => countFists(ballots),
  },
  report: ({ rounds, t }) =>
    roundBlocks(rounds, t, (paper, result) => [
      { type: 'text', text: t(`outcome.${result.outcome}`) },
      scaleTable(paper, result.counts, t),
      { type: 'text', text: t('howCounted', { n: result.n }) },
    ]),
  messages,
})
