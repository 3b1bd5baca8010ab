// What remains of a single choice: the options by votes, what follows from them, and how it was counted in words.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { byRank, named, quotedLabels, roundBlocks } from '../../report/rounds.ts'
import { competitionRanks } from '../../voting.ts'
import type { ReportInput } from '../activity.ts'
import type { SinglePaper } from './activity.ts'
import type { SingleResult } from './count.ts'

/** Blocks of every round. */
export function singleReport({ rounds, t }: ReportInput<unknown, SinglePaper, SingleResult>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => [
    {
      type: 'ranking',
      title: t('result'),
      unit: t('unit'),
      rows: rankedRows(paper, result, t),
    },
    { type: 'text', text: t(`outcome.${result.outcome}`, outcomeParams(paper, result, t)) },
    {
      type: 'text',
      text: t('turnout', { voters: result.voters, blank: result.blank, expressed: result.expressed }),
    },
    { type: 'text', text: t('howCounted', { rule: paper.rule }) },
  ])
}

function rankedRows({ options }: SinglePaper, { counts, percent }: SingleResult, t: Translate) {
  const votes = (id: string) => counts[id] ?? 0
  const ranks = competitionRanks(options, (a, b) => votes(b.id) - votes(a.id))
  return byRank(options, (_, index) => ranks[index]).map(({ option, rank }) => ({
    ...named(option),
    rank: rank!,
    value: votes(option.id),
    detail: t('share', { share: percent[option.id] ?? 0 }),
  }))
}

function outcomeParams(paper: SinglePaper, { winners, runoff = [] }: SingleResult, t: Translate) {
  return { names: quotedLabels(paper.options, winners.length > 0 ? winners : runoff, t) }
}
