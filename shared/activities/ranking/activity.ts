// Ranking: everybody puts the options in order; a rule of the room's choice makes one order of all of them.
import * as z from 'zod'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings } from '../voting-settings.ts'
import { readRanking } from './ballot.ts'
import { countRankings, RULES, type RankingResult, type RankingRule, type Rule } from './count.ts'
import type { RankingBallot } from './duels.ts'
import messages from './messages.json' with { type: 'json' }
import { rankingBlocks } from './report.ts'

const settings = z.object({
  ...sourceSettings,
  /** The rule whose order is shown; the result holds the others too. */
  rule: z.enum(RULES).default('schulze'),
  /** Word of the public lot, where the instant runoff needs one. */
  seed: z.string().trim().max(60).default('0'),
})

export interface RankingPaper extends Paper {
  rule: Rule
  seed: string
}

export const ranking = defineActivity<z.output<typeof settings>, RankingPaper, RankingBallot, RankingResult>({
  kind: 'ranking',
  settings,
  steps: () => [
    { id: 'read', minutes: 2, pads: 'off', board: 'none', results: 'hidden' },
    { id: 'vote', minutes: 5, pads: 'off', board: 'none', poll: true, results: 'hidden' },
    { id: 'show', minutes: 4, pads: 'off', board: 'none', results: 'shown' },
  ],
  poll: {
    type: 'ranking',
    secrecy: () => 'secret',
    paper: (notes, s) => ({ options: paperOptions(notes, s), rev: 1, rule: s.rule, seed: s.seed }),
    check: (paper, choice) => readRanking(idsOf(paper), choice),
    count: (paper, ballots) => countRankings(ruleOf(paper), ballots),
  },
  report: ({ rounds, t }) => rounds.flatMap((round) => rankingBlocks(round.paper, round.result, t)),
  messages,
})

function ruleOf(paper: RankingPaper): RankingRule {
  return { options: idsOf(paper), rule: paper.rule, seed: paper.seed }
}

function idsOf(paper: Paper): string[] {
  return paper.options.map((option) => option.id)
}
