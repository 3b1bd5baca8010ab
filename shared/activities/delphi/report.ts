// What remains of a Delphi: the middle half of each round, the arguments outside of it, and how far the panel moved.
import { showFraction } from '../../counting/fraction.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import { percent } from '../../voting.ts'
import type { ReportInput } from '../activity.ts'
import type { DelphiPaper, DelphiResult } from './activity.ts'
import { panelStability } from './count.ts'

/** Below this net change from one round to the next a panel is stable (Scheibe, Skutsch & Schofer 1975). */
const STABLE_BELOW = '3/20'

type Input = ReportInput<unknown, DelphiPaper, DelphiResult>

/** Blocks of every round, and what changed between the last two. */
export function delphiReport({ rounds, t }: Input): Block[] {
  return [...roundBlocks(rounds, t, (paper, result) => roundOf(paper, result, t)), ...moved(rounds, t)]
}

function roundOf(paper: DelphiPaper, result: DelphiResult, t: Translate): Block[] {
  const figure = (value: number | null) => (value === null ? '' : t('figure', { value, unit: paper.unit }))
  return [
    {
      type: 'table',
      title: t('result'),
      head: ['table.n', 'table.median', 'table.q1', 'table.q3', 'table.iqr'].map((key) => t(key)),
      rows: [[result.n, ...[result.median, result.q1, result.q3, result.iqr].map(figure)]],
    },
    {
      type: 'text',
      text: t(result.consensus ? 'consensus' : 'noConsensus', { threshold: paper.iqrThreshold }),
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

/** Only where as many people answered twice: the histograms are then of the same panel. */
function moved(rounds: Input['rounds'], t: Translate): Block[] {
  const [before, after] = rounds.slice(-2).map(({ result }) => result?.values ?? [])
  if (!before || !after || after.length === 0 || before.length !== after.length) return []
  const { netChange, stable } = panelStability(before, after, STABLE_BELOW)
  const [part, whole = '1'] = showFraction(netChange!).split('/')
  const share = percent(Number(part), Number(whole)) ?? 0
  return [{ type: 'text', text: t(stable ? 'stable' : 'unstable', { share }) }]
}
