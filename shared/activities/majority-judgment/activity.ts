// Majority judgment: each person grades every proposal in words, and the room's verdict is a word too.
import * as z from 'zod'
import { dropKey } from '../../counting/withdrawal.ts'
import { checkEach, checkLevel } from '../../counting/choices.ts'
import type { Paper } from '../../voting.ts'
import { isRefusal, refuse } from '../../wire.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import {
  isLopsided,
  judge,
  tallyGrades,
  type GradeBallot,
  type JudgmentResult,
  type Missing,
} from './count.ts'
import { gradeKeys } from './grades.ts'
import messages from './messages.json' with { type: 'json' }
import { judgmentReport } from './report.ts'

const settings = z.object({
  ...sourceSettings,
  grades: z.number().int().min(5).max(7).default(6),
  /** Every proposal must be graded. */
  requireAll: z.boolean().default(true),
  /** What an absent grade counts for: the worst, the proposal's own majority grade, or nothing (tallies are scaled). */
  missing: z.enum(['StaticDefault', 'MedianDefault', 'Normalized']).default('StaticDefault'),
  /** Each phone shows the proposals in an order of its own. */
  shuffle: z.boolean().default(true),
  /** The grade that stands on the left of a bar and on top on phones; it counts for nothing. */
  first: z.enum(['best', 'worst']).default('best'),
})

export interface GradePaper extends Paper {
  /** Message keys of the grades (`grade.good`), from the worst to the best. */
  grades: string[]
  requireAll: boolean
  missing: Exclude<Missing, 'none'>
  shuffle: boolean
  /** Absent: the best grade is shown first. */
  first?: 'worst'
}

export const majorityJudgment = defineActivity<
  z.output<typeof settings>,
  GradePaper,
  GradeBallot,
  JudgmentResult
>({
  kind: 'majority-judgment',
  settings,
  steps: () => voteSteps({ read: 3, vote: 6, show: 5 }),
  poll: {
    type: 'grades',
    secrecy: () => 'secret',
    paper: (notes, { grades, requireAll, missing, shuffle, first, ...source }) => ({
      options: paperOptions(notes, source),
      rev: 1,
      grades: gradeKeys(grades),
      requireAll,
      missing,
      shuffle,
      ...(first === 'worst' ? { first } : {}),
    }),
    check: (paper, choice) => {
      const scale = { min: 0, max: paper.grades.length - 1 }
      const ballot = checkEach(paper.options, choice, (value) => checkLevel(scale, value))
      if (isRefusal(ballot)) return ballot
      const complete = Object.keys(ballot).length === paper.options.length
      return complete || !paper.requireAll ? ballot : refuse('bad-request')
    },
    withoutOption: dropKey,
    joins: (paper) => paper,
    count: (paper, ballots) => {
      const graded = ballots.filter((ballot) => Object.keys(ballot).length > 0)
      const ids = paper.options.map((option) => option.id)
      const tallies = tallyGrades(ids, paper.grades.length, graded)
      return judge(tallies, { missing: paper.missing, participants: graded.length })
    },
    advise: ({ missing }, { tallies }) =>
      missing === 'Normalized' && isLopsided(tallies) ? [{ key: 'advice.unequal' }] : [],
  },
  report: judgmentReport,
  messages,
})
