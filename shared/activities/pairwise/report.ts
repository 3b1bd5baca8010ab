// What remains of a vote by duels: the order with how often each option was compared, and how it was counted.
import { parseFraction } from '../../counting/fraction.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Block, RankedRow } from '../../report/blocks.ts'
import { byRank, named, roundBlocks } from '../../report/rounds.ts'
import { percent } from '../../voting.ts'
import type { ReportInput } from '../activity.ts'
import type { PairwisePaper } from './activity.ts'
import { FEW_GAMES, type PairwiseResult } from './count.ts'

/** Blocks of every round; one without a duel is said in words. */
export function pairwiseReport({ rounds, t }: ReportInput<unknown, PairwisePaper, PairwiseResult>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => pairwiseBlocks(paper, result, t))
}

function pairwiseBlocks(paper: PairwisePaper, result: PairwiseResult, t: Translate): Block[] {
  if (result.comparisons === 0) return [{ type: 'text', text: t('noVotes') }]
  const { comparisons, n } = result
  return [
    {
      type: 'ranking',
      title: t('result'),
      unit: t(`unit.${paper.score}`),
      rows: pairwiseRows(paper, result, t),
    },
    { type: 'text', text: t('counted', { comparisons, n }) },
    { type: 'text', text: t(`howCounted.${paper.score}`) },
  ]
}

/** Options by rank, with their score: a percentage, or an Elo rating to the point. */
export function pairwiseRows(paper: PairwisePaper, result: PairwiseResult, t: Translate): RankedRow[] {
  return byRank(paper.options, (id) => result.ranks[id]).map(({ option, rank }) => ({
    ...named(option),
    rank: rank ?? 1,
    value: valueOf(paper, result, option.id),
    detail: t(result.games[option.id]! < FEW_GAMES ? 'fewGames' : 'games', {
      count: result.games[option.id]!,
    }),
  }))
}

function valueOf({ score }: PairwisePaper, result: PairwiseResult, id: string): number {
  if (score === 'elo') return Math.round(result.ratings[id]!)
  if (score === 'bradley-terry') return Math.round(result.strengths[id]! * 1000) / 10
  const { num, den } = parseFraction(result.rates[id]!)
  return percent(Number(num), Number(den)) ?? 0
}
