// The four futures as the room rates them: medians of likelihood (x) and desirability (y). Pure. Called by activity.ts.
import { middleOf, type Placed } from '../../counting/axes.ts'
import { toNumber } from '../../counting/fraction.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { OptionEntry } from '../../voting.ts'

export interface RatedFuture {
  ratings: number
  /** From -2 to +2; null where nobody rated it. */
  likelihood: number | null
  desirability: number | null
  /** Interquartile ranges. */
  spreadX: number
  spreadY: number
}

/** By future. */
export type FuturesCount = Record<string, RatedFuture>

/** Median and spread of both axes by future. */
export function countFutures(placed: Record<string, Placed>): FuturesCount {
  const rated = Object.entries(placed).map(([id, { x, y }]): [string, RatedFuture] => {
    const [likely, wished] = [middleOf(x), middleOf(y)]
    return [
      id,
      {
        ratings: x.length,
        likelihood: likely && toNumber(likely.median),
        desirability: wished && toNumber(wished.median),
        spreadX: likely ? toNumber(likely.spread) : 0,
        spreadY: wished ? toNumber(wished.spread) : 0,
      },
    ]
  })
  return Object.fromEntries(rated)
}

/** Each future with its medians and how many rated it, as the report and the wall show them. */
export function futureRows(
  options: readonly OptionEntry[],
  count: FuturesCount,
  t: Translate,
): (string | number)[][] {
  const figure = (value: number | null | undefined) =>
    typeof value === 'number' ? t('figure', { value: Math.round(100 * value) / 100 + 0 }) : ''
  return options.map(({ id, label }) => [
    label,
    figure(count[id]?.likelihood),
    figure(count[id]?.desirability),
    count[id]?.ratings ?? 0,
  ])
}
