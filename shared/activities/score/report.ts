// What remains of a score vote: how the scores of each option are spread, the exact figures, and how it was counted in words.
import { parseFraction, toNumber } from '../../counting/fraction.ts'
import { roundHalfUp } from '../../counting/scale.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { byRank, roundBlocks } from '../../report/rounds.ts'
import { drawScores } from '../../report/scores.ts'
import type { ReportInput } from '../activity.ts'
import type { ScoreCount, ScorePaper } from './activity.ts'
import type { ScoreRow } from './count.ts'

const HEAD = ['rank', 'option', 'mean', 'median', 'n', 'top', 'sd']

/** Blocks of every round. */
export function scoreReport({ rounds, t }: ReportInput<unknown, ScorePaper, ScoreCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => [
    chart(paper, result, t),
    {
      type: 'text',
      text: t('howCounted', { missing: paper.missing, voters: result.voters, least: paper.minParticipation }),
    },
  ])
}

/** The spread of each option, where it is known, and the exact figures. */
function chart(paper: ScorePaper, result: ScoreCount, t: Translate): Block {
  const ranked = byRank(paper.options, (id) => result.results[id]?.rank).map(({ option }) => option)
  const table = {
    title: t('result'),
    head: HEAD.map((key) => t(`table.${key}`)),
    rows: ranked.map(({ id, label }) => [
      ...cells(label, result.results[id], paper.decimals, t),
      sdCell(result.spread?.[id]?.sd, t),
    ]),
  }
  const rows = ranked.map(({ id, label }) => {
    const mean = result.results[id]?.mean ?? null
    const exact = mean === null ? null : parseFraction(mean)
    return {
      ...{ label, counts: result.counts?.[id] ?? [], mean: exact && toNumber(exact) },
      figure: exact ? t('figure', { value: roundHalfUp(exact, paper.decimals) }) : '',
    }
  })
  const drawing = drawScores(t('result'), rows, paper.min)
  return drawing ? { type: 'drawing', drawing, ...table } : { type: 'table', ...table }
}

/** Results of before tell no spread. */
function sdCell(sd: number | null | undefined, t: Translate): string {
  return typeof sd === 'number' ? t('figure', { value: sd }) : ''
}

function cells(
  label: string,
  row: ScoreRow | undefined,
  decimals: number,
  t: Translate,
): (string | number)[] {
  if (!row || row.mean === null) return [t('unranked'), label, '', '', 0, 0]
  const shown = (value: number) => t('figure', { value })
  return [
    row.rank ?? t('unranked'),
    label,
    shown(roundHalfUp(parseFraction(row.mean), decimals)),
    shown(row.median ?? 0),
    row.n,
    row.topCount,
  ]
}
