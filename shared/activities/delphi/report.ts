// What remains of a Delphi: the middle half of each round, the spread of estimates, the arguments outside, and how far the panel moved.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { DelphiPaper } from './activity.ts'
import type { DelphiResult } from './panel.ts'
import { agreementWords, estimateWords, shiftWords } from './words.ts'

type Input = ReportInput<unknown, DelphiPaper, DelphiResult>

/** Blocks of every round, and what changed between the last two. */
export function delphiReport({ rounds, t }: Input): Block[] {
  return [...roundBlocks(rounds, t, (paper, result) => roundOf(paper, result, t)), ...moved(rounds, t)]
}

function roundOf(paper: DelphiPaper, result: DelphiResult, t: Translate): Block[] {
  const figure = (value: number | null) => estimateWords(value, paper.unit, t)
  const { drift, n } = result
  return [
    {
      type: 'table',
      title: t('result'),
      head: ['table.n', 'table.median', 'table.q1', 'table.q3', 'table.iqr'].map((key) => t(key)),
      rows: [[n, ...[result.median, result.q1, result.q3, result.iqr].map(figure)]],
    },
    { type: 'text', text: agreementWords(paper, result, t) },
    ...(drift
      ? [
          {
            type: 'text' as const,
            text: t('drift', { from: figure(drift.from), to: figure(result.median), moved: drift.moved, n }),
          },
        ]
      : []),
    {
      type: 'table',
      title: t('table.values'),
      head: [t('estimate'), t('table.n')],
      rows: [...new Set(result.values)].map((value) => [
        figure(value),
        result.values.filter((other) => other === value).length,
      ]),
    },
    ...reasons(result, figure, t),
  ]
}

function reasons({ outside }: DelphiResult, figure: (value: number) => string, t: Translate): Block[] {
  const argued = outside.filter(({ reason }) => reason !== undefined)
  if (argued.length === 0) return []
  return [
    {
      type: 'table',
      title: t('outside'),
      head: [t('estimate'), t('table.reason')],
      rows: argued.map(({ value, reason }) => [figure(value), reason!]),
    },
  ]
}

function moved(rounds: Input['rounds'], t: Translate): Block[] {
  const [before, after] = rounds.slice(-2).map(({ result }) => result)
  const words = after && shiftWords(before, after, t)
  return words === undefined ? [] : [{ type: 'text', text: words }]
}
