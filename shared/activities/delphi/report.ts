// What remains of a Delphi: the middle half of each round, the spread of estimates, the arguments outside, and how far the panel moved.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { DelphiPaper } from './activity.ts'
import { drawEstimates } from './estimates.ts'
import { isFew, partOf, partsOf, type DelphiResult, type PanelResult } from './panel.ts'
import { agreementWords, estimateWords, shiftWords } from './words.ts'

type Input = ReportInput<unknown, DelphiPaper, PanelResult>

/** Blocks of every round, and what changed between the last two. */
export function delphiReport({ rounds, t }: Input): Block[] {
  return [...roundBlocks(rounds, t, (paper, result) => roundOf(paper, result, t)), ...moved(rounds, t)]
}

function roundOf(paper: DelphiPaper, result: PanelResult, t: Translate): Block[] {
  const figure = (value: number | null) => estimateWords(value, paper.unit, t)
  const parts = partsOf(paper, result)
  const several = 'each' in result
  return [
    {
      type: 'table',
      title: t('result'),
      head: [
        ...(several ? ['table.statement'] : []),
        'table.n',
        'table.median',
        'table.q1',
        'table.q3',
        'table.iqr',
      ].map((key) => t(key)),
      rows: parts.map(({ option, result: { n, median, q1, q3, iqr } }) => [
        ...(option ? [option.label] : []),
        n,
        ...[median, q1, q3, iqr].map(figure),
      ]),
    },
    ...parts.flatMap(({ option, result }): Block[] => [
      ...(option ? [{ type: 'text' as const, text: option.label }] : []),
      ...partBlocks(paper, result, figure, t),
    ]),
  ]
}

function partBlocks(
  paper: DelphiPaper,
  result: DelphiResult,
  figure: (value: number | null) => string,
  t: Translate,
): Block[] {
  const { drift, n, values } = result
  if (isFew(result)) return [{ type: 'text', text: agreementWords(paper, result, t) }]
  if (n === 0) return [{ type: 'text', text: t('noVotes') }]
  return [
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
      type: 'drawing',
      title: t('table.values'),
      drawing: drawEstimates(t('table.values'), result, figure),
      head: [t('estimate'), t('table.n')],
      rows: [...new Set(values)].map((value) => [
        figure(value),
        values.filter((other) => other === value).length,
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
  const [before, after] = rounds.slice(-2)
  if (!before?.result || !after?.result) return []
  return partsOf(after.paper, after.result).flatMap(({ option, result }): Block[] => {
    const words = shiftWords(partOf(before.result, option?.id), result, t)
    if (words === undefined) return []
    return [{ type: 'text', text: option ? t('ofStatement', { label: option.label, words }) : words }]
  })
}
