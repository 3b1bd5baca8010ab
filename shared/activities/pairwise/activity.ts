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
      return dealt({ options, rev: 1, score: s.score, perPerson: Math.min(s.perPerson, pairsAmong(options)) })
    },
    check: (paper, choice) => readGames(idsOf(paper), paper.perPerson, choice),
    withoutOption: (ballot, option) => ballot.filter(([a, b]) => a !== option && b !== option),
    joins: (paper, s) => dealt({ ...paper, perPerson: Math.min(s.perPerson, pairsAmong(paper.options)) }),
    count: (paper, ballots) => countDuels(idsOf(paper), paper.score, ballots),
  },
  report: pairwiseReport,
  messages,
})

/** Each phone gets pairs of its own, so that all are compared about equally often. */
function dealt(paper: PairwisePaper): PairwisePaper {
  return { ...paper, deal: { each: paper.perPerson, ratings: 0, rarest: 'pairs' } }
}

function pairsAmong({ length }: { length: number }): number {
  return length < 2 ? 0 : (length * (length - 1)) / 2
}

function idsOf(paper: Paper): string[] {
  return paper.options.map((option) => option.id)
}
