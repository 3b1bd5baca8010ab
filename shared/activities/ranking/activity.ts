// Ranking: everybody puts the options in order; a rule of the room's choice makes one order of all of them.
import * as z from 'zod'
import { dropRanked, mergeRanked } from '../../counting/withdrawal.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { readRanking } from './ballot.ts'
import { countRankings, RULES, type RankingResult, type RankingRule, type Rule } from './count.ts'
import type { RankingBallot } from './duels.ts'
import messages from './messages.json' with { type: 'json' }
import { rankingReport } from './report.ts'

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
  steps: () => voteSteps({ read: 2, vote: 5, show: 4 }),
  poll: {
    type: 'ranking',
    secrecy: () => 'secret',
    paper: (notes, s) => ({ options: paperOptions(notes, s), rev: 1, rule: s.rule, seed: s.seed }),
    check: (paper, choice) => readRanking(idsOf(paper), choice),
    withoutOption: dropRanked,
    joins: (paper) => paper,
    merge: mergeRanked,
    count: (paper, ballots) => countRankings(ruleOf(paper), ballots),
  },
  report: rankingReport,
  messages,
})

function ruleOf(paper: RankingPaper): RankingRule {
  return { options: idsOf(paper), rule: paper.rule, seed: paper.seed }
}

function idsOf(paper: Paper): string[] {
  return paper.options.map((option) => option.id)
}
