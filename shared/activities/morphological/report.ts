// What remains of a morphological analysis: the combinations that hold together, and the pairs excluded or in doubt.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { MorphologyPaper } from './activity.ts'
import type { PairCount } from './pairs.ts'

/** Blocks of every round. */
export function morphologyReport({ rounds, t }: ReportInput<unknown, MorphologyPaper, PairCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => {
    const { total, count, pairCells, consistent, excluded, doubtful } = result
    return [
      { type: 'text', text: t('count', { total, count, pairs: pairCells, excluded: excluded.length }) },
      ...(count > 0 ? [combinations(paper, consistent, t)] : []),
      ...(consistent.length < count
        ? [{ type: 'text' as const, text: t('more', { shown: consistent.length }) }]
        : []),
      ...pairTable(paper, excluded, t('table.excluded'), t),
      ...pairTable(paper, doubtful, t('table.doubtful'), t),
      { type: 'text', text: t('howCounted') },
    ]
  })
}

function combinations({ parameters }: MorphologyPaper, consistent: number[][], t: Translate): Block {
  return {
    type: 'table',
    title: t('result'),
    head: parameters.map(({ name }) => name),
    rows: consistent.map((row) => row.map((value, p) => parameters[p]!.values[value]!)),
  }
}

function pairTable({ options }: MorphologyPaper, ids: string[], title: string, t: Translate): Block[] {
  if (ids.length === 0) return []
  const labels = options.filter(({ id }) => ids.includes(id)).map(({ label }) => [label])
  return [{ type: 'table', title, head: [t('table.pair')], rows: labels }]
}
