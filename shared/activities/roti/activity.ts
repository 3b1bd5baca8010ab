// ROTI, return on time invested: in the last two minutes, was this time well spent?
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
import { countRoti, netOf, type RotiResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }

const STEPS_ABOVE = 4

const settings = z.object({
  ...sourceSettings,
  /** The number of the worst level: 1 (to 5, usual in France) or 0 (to 4). */
  min: z.number().int().min(0).max(1).default(1),
})

export interface RotiCount extends RotiResult {
  reasons?: LevelReason[]
}

export const roti = defineActivity<z.output<typeof settings>, ScalePaper, ScaleBallot, RotiCount>({
  kind: 'roti',
  settings,
  steps: () => voteSteps({ vote: 1, show: 1 }),
  poll: {
    type: 'scale',
    secrecy: () => 'secret',
    paper: (_, s) => ({ ...scalePaper(s.min, s.min + STEPS_ABOVE), secret: true as const }),
    check: checkScale,
    count: (paper, ballots) => ({ ...countRoti(paper, levelsOf(ballots)), ...reasonsPart(paper, ballots) }),
  },
  report: ({ rounds, t }) =>
    roundBlocks(rounds, t, (paper, result) => [
      { type: 'text', text: t('mean', { mean: result.meanDisplay ?? 0, best: paper.max, n: result.n }) },
      { type: 'text', text: t('net', { net: netOf(result) }) },
      scaleTable(paper, result.counts, t),
      ...reasonBlocks(paper, result.reasons, t),
      { type: 'text', text: t('howCounted', { n: result.n }) },
    ]),
  messages,
})
