// Pairwise: each person decides a few duels of two ideas; together they rank many that nobody could rank alone.
import * as z from 'zod'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countDuels, SCORES, type PairwiseResult, type Score } from './count.ts'
import { readGames, type Game } from './games.ts'
import messages from './messages.json' with { type: 'json' }
import { pairwiseReport } from './report.ts'

const settings = z.object({
  ...sourceSettings,
  score: z.enum(SCORES).default('win-rate'),
  /** Duels of one person, at most. */
  perPerson: z.number().int().min(1).max(100).default(15),
})

export interface PairwisePaper extends Paper {
  score: Score
  /** Never more than there are pairs. */
  perPerson: number
}

export const pairwise = defineActivity<z.output<typeof settings>, PairwisePaper, Game[], PairwiseResult>({
  kind: 'pairwise',
  settings,
  steps: () => voteSteps({ read: 1, vote: 6, show: 3 }),
  poll: {
    type: 'pairs',
    secrecy: () => 'secret',
    paper: (notes, s) => {
      const options = paperOptions(notes, s)
      const pairs = options.length < 2 ? 0 : (options.length * (options.length - 1)) / 2
      return { options, rev: 1, score: s.score, perPerson: Math.min(s.perPerson, pairs) }
    },
    check: (paper, choice) => readGames(idsOf(paper), paper.perPerson, choice),
    withoutOption: (ballot, option) => ballot.filter(([a, b]) => a !== option && b !== option),
    count: (paper, ballots) => countDuels(idsOf(paper), paper.score, ballots),
  },
  report: pairwiseReport,
  messages,
})

function idsOf(paper: Paper): string[] {
  return paper.options.map((option) => option.id)
}
