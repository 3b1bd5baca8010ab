// What remains of a morphological analysis: the combinations that hold together, and the pairs excluded or in doubt, with their reasons.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { MorphologyPaper } from './activity.ts'
import { boxOf } from './box.ts'
import type { PairCount } from './pairs.ts'

/** Blocks of every round; pairs that the desk excluded are said to be so. */
export function morphologyReport({ rounds, t }: ReportInput<unknown, MorphologyPaper, PairCount>): Block[] {
  const looks = new Map(rounds.map(({ result, look }) => [result, look]))
  return roundBlocks(rounds, t, (paper, result) => {
    const { total, count, pairCells, consistent, excluded, dropped } = boxOf(
      paper.parameters,
      result,
      looks.get(result),
    )
    const shown = consistent.slice(0, SPELLED)
    return [
      { type: 'text', text: t('count', { total, count, pairs: pairCells, excluded: excluded.length }) },
      ...(count > 0 ? [combinations(paper, shown, t)] : []),
      ...(shown.length < count ? [{ type: 'text' as const, text: t('more', { shown: shown.length }) }] : []),
      ...pairTable(paper, result, result.excluded, t('table.excluded'), t),
      ...pairTable(paper, result, dropped, t('table.dropped'), t),
      ...pairTable(
        paper,
        result,
        result.doubtful.filter((id) => !dropped.includes(id)),
        t('table.doubtful'),
        t,
      ),
      { type: 'text', text: t('howCounted') },
    ]
  })
}

/** Combinations that a report writes out. */
const SPELLED = 200

function combinations({ parameters }: MorphologyPaper, consistent: number[][], t: Translate): Block {
  return {
    type: 'table',
    title: t('result'),
    head: parameters.map(({ name }) => name),
    rows: consistent.map((row) => row.map((value, p) => parameters[p]!.values[value]!)),
  }
}

function pairTable(
  { options }: MorphologyPaper,
  { tallies }: PairCount,
  ids: readonly string[],
  title: string,
  t: Translate,
): Block[] {
  if (ids.length === 0) return []
  const rows = options.flatMap(({ id, label }): (string | number)[][] => {
    const tally = tallies[id]
    if (!ids.includes(id) || !tally) return []
    const { yes, doubt, no, reasons } = tally
    return [[label, yes, doubt, no, reasons.logic, reasons.empirical, reasons.normative]]
  })
  const head = ['pair', 'yes', 'doubt', 'no', 'logic', 'empirical', 'normative'].map((key) =>
    t(`table.${key}`),
  )
  return [{ type: 'table', title, head, rows }]
}
