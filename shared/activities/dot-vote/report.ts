// What remains of a dot vote: the ranking with its line, and how it was counted in words.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import type { DotPaper } from './activity.ts'
import type { DotResult } from './count.ts'
import { dotRows } from './ranking.ts'

/** Blocks of one round; a round without ballots is said in words, without a ranking. */
export function dotBlocks(
  paper: DotPaper,
  result: DotResult | undefined,
  voted: number,
  t: Translate,
): Block[] {
  if (!result) return [{ type: 'text', text: t('notCounted') }]
  if (voted === 0) return [{ type: 'text', text: t('noVotes') }]
  const rows = dotRows(paper.options, result, paper.shortlist)
  const kept = rows.filter((row) => row.kept).length
  return [
    {
      type: 'ranking',
      title: t('result'),
      unit: t('unit'),
      dots: true,
      rows: rows.map(({ rank, label, tone, dots, people }) => ({
        rank,
        label,
        value: dots,
        detail: t('dotsAndPeople', { dots, people }),
        ...(tone === undefined ? {} : { tone }),
      })),
      ...(kept > 0 && kept < rows.length ? { cut: { after: kept, label: t('kept', { count: kept }) } } : {}),
    },
    {
      type: 'text',
      text: t('howCounted', {
        dots: paper.dotsPerPerson,
        most: paper.maxPerItem,
        spent: result.spent,
        voters: voted,
      }),
    },
  ]
}
