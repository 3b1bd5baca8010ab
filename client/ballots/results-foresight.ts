// Published results of the foresight exercises as a phone tells them in short. Pure. Called by results.ts.
import type { CheckInResult } from '../../shared/activities/check-in/activity.ts'
import type { ColourPaper } from '../../shared/activities/coloured-vote/activity.ts'
import type { ColourResult } from '../../shared/activities/coloured-vote/grid.ts'
import type { DelphiPaper } from '../../shared/activities/delphi/activity.ts'
import { partsOf, type PanelResult } from '../../shared/activities/delphi/panel.ts'
import { agreementWords, estimateWords, verdictWords } from '../../shared/activities/delphi/words.ts'
import type { DriverPaper, DriversCount } from '../../shared/activities/impact-uncertainty/activity.ts'
import { proposedAxes } from '../../shared/activities/impact-uncertainty/picks.ts'
import type { InfluencePaper } from '../../shared/activities/micmac/activity.ts'
import type { InfluenceCount } from '../../shared/activities/micmac/cells.ts'
import type { MorphologyPaper } from '../../shared/activities/morphological/activity.ts'
import type { PairCount } from '../../shared/activities/morphological/pairs.ts'
import type { PolakCount } from '../../shared/activities/polak/activity.ts'
import type { WindPaper } from '../../shared/activities/wind-tunnel/activity.ts'
import type { WindCount } from '../../shared/activities/wind-tunnel/cells.ts'
import { parseFraction } from '../../shared/counting/fraction.ts'
import type { CausesResult } from '../../shared/counting/risks.ts'
import { roundHalfUp } from '../../shared/counting/scale.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import { byRank, quotedLabels } from '../../shared/report/rounds.ts'
import type { Paper } from '../../shared/voting.ts'
import { shareRows, type ShortResult } from './result-rows.ts'
import { MATRICES } from './results-matrices.ts'
import { labelOf } from './words.ts'

type Tell = (paper: never, result: never, t: Translate) => ShortResult

const QUADRANTS = ['UR', 'UL', 'LR', 'LL'] as const

/** By kind. */
export const FORESIGHT: Record<string, Tell> = {
  ...MATRICES,
  'check-in': (paper: Paper, { n, counts }: CheckInResult, t) => {
    const options = paper.options.map((option) => ({ ...option, label: labelOf(option, t) }))
    const words = (key: string, params?: Record<string, number>) =>
      key === 'share' ? t('table.percent', params) : t(key, params)
    const rows = shareRows({ ...paper, options }, counts, n, words)
    // Never ranked: in the order in which it was asked.
    const inOrder = options.flatMap(({ id }) => rows.filter(({ option }) => option === id))
    return { sentences: [], unit: t('table.people'), rows: inOrder }
  },
  polak: (_: Paper, { n, counts, median }: PolakCount, t) => ({
    sentences: median ? [t('median', { x: median[0], y: median[1] })] : [],
    unit: t('table.people'),
    rows: QUADRANTS.map((quadrant) => ({
      label: t(`quadrant.${quadrant}`),
      figure: t('ballot.figure', { n: counts[quadrant] }),
      share: counts[quadrant] / (n || 1),
    })),
  }),
  'risk-matrix': tellRisks,
  premortem: tellRisks,
  'impact-uncertainty': (paper: DriverPaper, result: DriversCount, t) => {
    const axes = proposedAxes(result)
    return {
      sentences: [axes.length < 2 ? t('noAxes') : t('axes', { names: quotedLabels(paper.options, axes, t) })],
      rows: byRank(paper.options, placeIn(result.criticalOrder)).map(({ option }) => {
        const zone = result.items[option.id]?.zone
        const row = { option: option.id, label: option.label }
        return zone ? { ...row, verdict: t(`zone.${zone}`) } : row
      }),
    }
  },
  'wind-tunnel': (paper: WindPaper, { results, robustOrder }: WindCount, t) => ({
    sentences: [],
    unit: t('table.min'),
    rows: byRank(paper.items, placeIn(robustOrder)).map(({ option, rank }) => {
      const least = results[option.id]?.min ?? null
      const row = { label: option.label, ...(rank === null ? {} : { rank }) }
      return least === null ? row : { ...row, figure: t('ballot.figure', { n: least }) }
    }),
  }),
  micmac: (paper: InfluencePaper, { direct }: InfluenceCount, t) => ({
    sentences: [],
    unit: t('table.influence'),
    rows: paper.subjects
      .map(({ label }, i) => ({
        rank: direct.rankInfluence[i]!,
        label,
        verdict: t(`quadrant.${direct.quadrants[i]!}`),
        figure: t('ballot.figure', { n: direct.influence[i]! }),
      }))
      .sort((a, b) => a.rank - b.rank),
  }),
  morphological: (paper: MorphologyPaper, { total, count, pairCells, excluded }: PairCount, t) => ({
    sentences: [t('count', { total, count, pairs: pairCells, excluded: excluded.length })],
    ...(excluded.length > 0 ? { title: t('table.excluded') } : {}),
    rows: paper.options
      .filter(({ id }) => excluded.includes(id))
      .map(({ id, label }) => ({ option: id, label })),
  }),
  'coloured-vote': (paper: ColourPaper, { rows, rowOrder }: ColourResult, t) => ({
    sentences: [],
    unit: t('table.mean'),
    rows: byRank(paper.options, placeIn(rowOrder)).map(({ option: { id, label } }) => {
      const mean = rows[id]?.mean
      const flags = rows[id]?.flags ?? []
      return {
        option: id,
        label,
        ...(mean ? { figure: t('figure', { value: roundHalfUp(parseFraction(mean), 2) }) } : {}),
        details: flags.map((flag) => t(`flag.${flag}`)),
      }
    }),
  }),
  delphi: (paper: DelphiPaper, result: PanelResult, t) => {
    const { unit } = paper
    if ('each' in result) {
      const parts = partsOf(paper, result)
      const agreed = parts.filter((part) => part.result.consensus).length
      return {
        sentences: [t('verdict', { agreed, count: parts.length })],
        unit: t('table.median'),
        rows: parts.map(({ option, result }) => ({
          option: option!.id,
          label: option!.label,
          verdict: verdictWords(result, t),
          ...(result.median === null ? {} : { figure: estimateWords(result.median, unit, t) }),
        })),
      }
    }
    const { median, q1, q3, n } = result
    const figures = { 'table.median': median, 'table.q1': q1, 'table.q3': q3 }
    return {
      sentences: [agreementWords(paper, result, t)],
      rows: [
        { label: t('table.n'), figure: t('ballot.figure', { n }) },
        ...Object.entries(figures).flatMap(([key, value]) =>
          value === null ? [] : [{ label: t(key), figure: estimateWords(value, unit, t) }],
        ),
      ],
    }
  },
}

function placeIn(order: readonly string[]): (option: string) => number | null {
  return (option) => (order.includes(option) ? order.indexOf(option) + 1 : null)
}

/** The most critical first. */
function tellRisks(paper: Paper, { items, order }: CausesResult, t: Translate): ShortResult {
  return {
    sentences: [],
    unit: t('table.criticality'),
    rows: byRank(paper.options, placeIn(order)).map(({ option, rank }) => ({
      option: option.id,
      label: option.label,
      ...(rank === null
        ? {}
        : { rank, figure: t('ballot.figure', { n: items[option.id]?.criticality ?? 0 }) }),
    })),
  }
}
