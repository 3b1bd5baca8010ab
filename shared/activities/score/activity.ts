// Score: each person scores each option on the same scale, or has no opinion; shows the spread too.
import * as z from 'zod'
import { dropKey } from '../../counting/withdrawal.ts'
import { checkEach, checkLevel } from '../../counting/choices.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, shareSetting, sourceSettings, voteSteps } from '../voting-settings.ts'
import {
  countScores,
  scoreCounts,
  spreadOf,
  type ScoreBallot,
  type ScoreResult,
  type ScoreRule,
  type ScoreSpread,
} from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { scoreReport } from './report.ts'

const settings = z
  .object({
    ...sourceSettings,
    min: z.number().int().min(-10).max(9).default(0),
    max: z.number().int().min(1).max(20).default(5),
    /** What "no opinion" counts for: nothing, or the lowest score. */
    missing: z.enum(['ignore', 'min']).default('ignore'),
    minParticipation: shareSetting('1/2'),
    decimals: z.number().int().min(0).max(3).default(1),
  })
  .refine(({ min, max }) => min < max, { path: ['max'], message: 'max is above min' })

export interface ScorePaper extends Paper {
  min: number
  max: number
  missing: 'ignore' | 'min'
  minParticipation: string
  decimals: number
}

/** With how many gave each score, from `min` to `max`, by option. */
export interface ScoreCount extends ScoreResult {
  counts: Record<string, number[]>
  spread: Record<string, ScoreSpread>
}

export const score = defineActivity<z.output<typeof settings>, ScorePaper, ScoreBallot, ScoreCount>({
  kind: 'score',
  settings,
  steps: () => voteSteps({ read: 2, vote: 4, show: 3 }),
  poll: {
    type: 'score',
    secrecy: () => 'secret',
    paper: (notes, s) => {
      const { min, max, missing, minParticipation, decimals } = s
      return { options: paperOptions(notes, s), rev: 1, min, max, missing, minParticipation, decimals }
    },
    check: (paper, choice) =>
      checkEach(paper.options, choice, (value) => (value === null ? undefined : checkLevel(paper, value))),
    withoutOption: dropKey,
    joins: (paper) => paper,
    count: (paper, ballots) => {
      const rule = ruleOf(paper)
      const counts = scoreCounts(rule, ballots)
      const spread = Object.entries(counts).map(([id, each]) => [id, spreadOf(each, paper.min)])
      return { ...countScores(rule, ballots), counts, spread: Object.fromEntries(spread) }
    },
  },
  report: scoreReport,
  messages,
})

function ruleOf(paper: ScorePaper): ScoreRule {
  return { ...paper, options: paper.options.map((option) => option.id) }
}
