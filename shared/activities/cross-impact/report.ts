// What remains of a cross impact: scenarios by their chance, chances stated and rebuilt, how many ballots go together.
import type { Translate } from '../../i18n/translate.ts'
import { barsBlock } from '../../report/bars.ts'
import type { Block } from '../../report/blocks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { ChancePaper } from './activity.ts'
import type { ChanceCount, PairCheck } from './count.ts'

/** Scenarios that are drawn. */
const DRAWN = 8

/** Blocks of every round. */
export function chanceReport({ rounds, t }: ReportInput<unknown, ChancePaper, ChanceCount>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => {
    const { head, rows } = pairTable(paper, result.pairs, t)
    return [
      scenarioBars(paper, result, t),
      {
        type: 'table',
        title: t('table.hypotheses'),
        head: [t('table.hypothesis'), t('table.median')],
        rows: paper.grids[0].rows.map((name, i) => [name, chanceWords(result.chances[i] ?? null, t)]),
      },
      { type: 'table', title: t('view.pairs'), head, rows },
      { type: 'text', text: t('together', { count: result.coherent, whole: result.whole }) },
      { type: 'text', text: t('howCounted') },
    ]
  })
}

/** Bars of the chances of the first scenarios; the table has all of them. */
function scenarioBars(paper: ChancePaper, { scenarios }: ChanceCount, t: Translate): Block {
  const told = scenarios.map(({ happens, chance, first }) => ({
    ...{ label: scenarioWords(paper, happens, t), percents: 100 * chance, first },
  }))
  return barsBlock(
    {
      title: t('result'),
      head: ['scenario', 'chance', 'first'].map((key) => t(`table.${key}`)),
      rows: told.map(({ label, percents, first }) => [label, chanceWords(percents, t), first]),
    },
    told.slice(0, DRAWN).map(({ label, percents }) => ({
      ...{ label, value: percents, shown: chanceWords(percents, t) },
    })),
  )
}

/** A scenario told by what comes true in it, in words of the paper. */
export function scenarioWords(
  { grids }: Pick<ChancePaper, 'grids'>,
  happens: boolean[],
  t: Translate,
): string {
  return grids[0].rows.map((name, i) => t(happens[i] ? 'with' : 'without', { name })).join(t('and'))
}

/** One decimal at most; nothing where nobody answered. */
export function chanceWords(percents: number | null, t: Translate): string {
  return percents === null ? '' : t('percent', { value: Math.round(10 * percents) / 10 })
}

/** The answers that belong together, a line for each: as the report and the wall show them. */
export function pairTable(
  { grids }: Pick<ChancePaper, 'grids'>,
  pairs: readonly PairCheck[],
  t: Translate,
): { head: string[]; rows: string[][] } {
  const names = grids[0].rows
  return {
    head: ['of', 'under', 'given', 'givenNot', 'rebuilt', 'stated', 'gap'].map((key) => t(`table.${key}`)),
    rows: pairs.map((one) => [
      names[one.of]!,
      names[one.under]!,
      ...[one.given, one.givenNot, one.rebuilt, one.stated].map((value) => chanceWords(value, t)),
      t('points', { value: Math.round(10 * one.gap) / 10 }),
    ]),
  }
}
