// The ranking of a vote whose ballots name several options. Called by the reports of multiple choice and approval.
import type { PickResult } from '../counting/picks.ts'
import { parseFraction } from '../counting/fraction.ts'
import type { Translate } from '../i18n/translate.ts'
import { percent, type OptionEntry } from '../voting.ts'
import type { Block } from './blocks.ts'
import { byRank, named } from './rounds.ts'

type Ranking = Extract<Block, { type: 'ranking' }>

/** Options by the ballots that name them, with their share of the ballots that count, and who voted. */
export function picksBlocks(
  options: readonly OptionEntry[],
  result: PickResult,
  t: Translate,
  cut?: Ranking['cut'],
): Block[] {
  return [
    {
      type: 'ranking',
      title: t('result'),
      unit: t('unit'),
      rows: byRank(options, (id) => result.ranks[id]).map(({ option, rank }) => ({
        ...named(option),
        rank: rank!,
        value: result.counts[option.id] ?? 0,
        detail: t('share', { share: shareOf(result, option.id) }),
      })),
      ...(cut ? { cut } : {}),
    },
    { type: 'text', text: t('turnout', { counted: result.ballotsCounted, blank: result.blank }) },
  ]
}

/** In percent, with one decimal. */
function shareOf(result: PickResult, option: string): number {
  const share = result.shareOfVoters[option]
  if (!share) return 0
  const { num, den } = parseFraction(share)
  return percent(Number(num), Number(den)) ?? 0
}
