// What remains of a quadratic vote: the options by votes, and how it was counted in words.
import type { Block } from '../../report/blocks.ts'
import { byRank, named, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { CreditPaper } from './activity.ts'
import type { QuadraticResult } from './count.ts'

/** Blocks of every round. */
export function quadraticReport({ rounds, t }: ReportInput<unknown, CreditPaper, QuadraticResult>): Block[] {
  return roundBlocks(rounds, t, (paper, result, voted) => [
    {
      type: 'ranking',
      title: t('result'),
      unit: t('unit'),
      rows: byRank(paper.options, (id) => result.ranks[id]).map(({ option, rank }) => ({
        ...named(option),
        rank: rank!,
        value: result.totals[option.id] ?? 0,
        detail: t('people', { people: result.supporters[option.id] ?? 0 }),
      })),
    },
    {
      type: 'text',
      text: t('howCounted', { credits: paper.credits, spent: result.creditsSpent, voters: voted }),
    },
  ])
}
