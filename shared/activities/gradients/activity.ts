// Gradients of agreement: how far each person stands behind a proposal, before it is decided.
import * as z from 'zod'
import {
  checkScale,
  countLevels,
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
import { shareSetting, sourceSettings, voteSteps } from '../voting-settings.ts'
import { LEVELS, readGradients, type GradientResult, type GradientRule } from './count.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object({
  ...sourceSettings,
  /** Own words for the levels, from the first on. */
  labels: z.array(z.string().trim().min(1).max(80)).max(LEVELS).default([]),
  vetoBlocks: z.boolean().default(true),
  maxSerious: z.number().int().min(0).max(100).default(0),
  supportThreshold: shareSetting('3/4'),
  enthusiasmThreshold: shareSetting('1/2'),
  discussThreshold: shareSetting('1/4'),
})

export interface GradientPaper extends ScalePaper, GradientRule {}

/** With how many chose each level, from 1 to 8. */
export interface GradientCount extends GradientResult {
  counts: number[]
  reasons?: LevelReason[]
}

/** From « more discussion needed » on, the room is asked why (Kaner 2014). */
const REASON_FROM = 5

export const gradients = defineActivity<z.output<typeof settings>, GradientPaper, ScaleBallot, GradientCount>(
  {
    kind: 'gradients',
    settings,
    steps: () => voteSteps({ vote: 2, show: 5 }),
    poll: {
      type: 'scale',
      secrecy: () => 'secret',
      paper: (_, s) => ({
        ...scalePaper(1, LEVELS, s.labels),
        reasonFrom: REASON_FROM,
        secret: true,
        vetoBlocks: s.vetoBlocks,
        maxSerious: s.maxSerious,
        supportThreshold: s.supportThreshold,
        enthusiasmThreshold: s.enthusiasmThreshold,
        discussThreshold: s.discussThreshold,
      }),
      check: checkScale,
      count: (paper, ballots) => {
        const counts = countLevels(paper, levelsOf(ballots))
        return { ...readGradients(paper, counts), counts, ...reasonsPart(paper, ballots) }
      },
    },
    report: ({ rounds, t }) =>
      roundBlocks(rounds, t, (paper, result) => [
        { type: 'text', text: t(`outcome.${result.outcome}`) },
        scaleTable(paper, result.counts, t),
        ...reasonBlocks(paper, result.reasons, t),
        {
          type: 'text',
          text: t('howCounted', {
            total: result.total,
            support: paper.supportThreshold,
            veto: paper.vetoBlocks ? 'yes' : 'no',
          }),
        },
      ]),
    messages,
  },
)
