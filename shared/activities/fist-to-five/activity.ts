// Fist to five: everybody shows from no finger to five at once; does the room live with this proposal?
import * as z from 'zod'
import {
  checkScale,
  levelsOf,
  reasonBlocks,
  reasonsPart,
  scalePaper,
  scaleTable,
  type LevelReason,
  type ScaleBallot,
  type ScalePaper,
} from '../../counting/scale.ts'
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

export interface FistCount extends FistResult {
  reasons?: LevelReason[]
}

export const fistToFive = defineActivity<z.output<typeof settings>, ScalePaper, ScaleBallot, FistCount>({
  kind: 'fist-to-five',
  settings,
  steps: () => voteSteps({ vote: 1, show: 4 }),
  poll: {
    type: 'scale',
    secrecy: (s) => s.secrecy,
    paper: (_, s) => ({
      ...scalePaper(FINGERS.min, FINGERS.max),
      ...(s.secrecy === 'secret' ? { secret: true as const } : {}),
    }),
    check: checkScale,
    count: (paper, ballots) => ({ ...countFists(levelsOf(ballots)), ...reasonsPart(paper, ballots) }),
  },
  report: ({ rounds, t }) =>
    roundBlocks(rounds, t, (paper, result) => [
      { type: 'text', text: t(`outcome.${result.outcome}`) },
      scaleTable(paper, result.counts, t),
      ...reasonBlocks(paper, result.reasons, t),
      { type: 'text', text: t('howCounted', { n: result.n }) },
    ]),
  messages,
})
