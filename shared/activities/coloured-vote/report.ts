// What remains of a coloured vote: the colours of each statement from green to red, what to talk about, and the columns.
import { compare, parseFraction, type Fraction } from '../../counting/fraction.ts'
import { roundHalfUp } from '../../counting/scale.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { byRank, roundBlocks } from '../../report/rounds.ts'
import { competitionRanks } from '../../voting.ts'
import type { ReportInput } from '../activity.ts'
import type { ColourPaper } from './activity.ts'
import type { ColourResult } from './grid.ts'

/** Blocks of every round. */
export function colourReport({ rounds, t }: ReportInput<unknown, ColourPaper, ColourResult>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => [
    stack(paper, result, t),
    table(paper, result, t),
    ...grid(paper, result, t),
    { type: 'text', text: t('howCounted', { unknown: paper.unknown, n: result.n }) },
  ])
}

/** Options from the greenest to the reddest. */
function rows({ options }: ColourPaper, { rowOrder }: ColourResult) {
  return byRank(options, (id) => rowOrder.indexOf(id)).map(({ option }) => option)
}

function stack(paper: ColourPaper, result: ColourResult, t: Translate): Block {
  const order = rows(paper, result)
  const means = order.map(({ id }) => exact(result.rows[id]?.mean))
  const ranks = competitionRanks(means, (a, b) =>
    a && b ? compare(b, a) : Number(a === null) - Number(b === null),
  )
  return {
    type: 'stack',
    title: t('result'),
    levels: paper.grades.map((key) => t(key)),
    rows: order.map(({ id, label }, i) => ({
      label,
      rank: ranks[i]!,
      counts: result.rows[id]?.counts ?? [],
    })),
  }
}

function table(paper: ColourPaper, result: ColourResult, t: Translate): Block {
  const figure = (value: string | null | undefined) => {
    const parsed = exact(value)
    return parsed ? t('figure', { value: roundHalfUp(parsed, 2) }) : ''
  }
  return {
    type: 'table',
    title: t('table.talk'),
    head: ['table.statement', 'table.mean', 'table.cleavage', 'table.flags'].map((key) => t(key)),
    rows: rows(paper, result).map(({ id, label }) => {
      const row = result.rows[id]
      const flags = (row?.flags ?? []).map((flag) => t(`flag.${flag}`)).join(', ')
      return [label, figure(row?.mean), figure(row?.cleavage), flags]
    }),
  }
}

/** Letters by person: never a name, and never whose column it is. */
function grid(paper: ColourPaper, { columns, rowOrder }: ColourResult, t: Translate): Block[] {
  if (!columns) return []
  const places = rowOrder.map((id) => paper.options.findIndex((option) => option.id === id))
  return [
    {
      type: 'table',
      title: t('table.grid'),
      head: [t('table.statement'), ...columns.map((_, i) => String(i + 1))],
      rows: places.map((place) => [
        paper.options[place]?.label ?? '',
        ...columns.map((column) => (column[place] ? t(`letters.${column[place]}`) : '')),
      ]),
    },
  ]
}

function exact(value: string | null | undefined): Fraction | null {
  return value ? parseFraction(value) : null
}
