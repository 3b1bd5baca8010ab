// The figures of a structural analysis as rows, the most influential first. Called by the report and by Wall.svelte.
import type { Translate } from '../../i18n/translate.ts'
import type { OptionEntry } from '../../voting.ts'
import type { InfluenceCount } from './cells.ts'
import { indirectOf } from './drawing.ts'

/** Ends of the message keys of the columns. */
export const RANK_COLUMNS = [
  'variable',
  'influence',
  'dependence',
  'rank',
  'quadrant',
  'indirectRank',
  'indirectQuadrant',
]

/** Direct sums, ranks and types, and those by indirect influence. */
export function rankRows(
  variables: readonly OptionEntry[],
  count: InfluenceCount,
  t: Translate,
): (string | number)[][] {
  const { direct, indirectQuadrants } = count
  const { rankInfluence } = indirectOf(count)
  const order = variables.map((_, i) => i).sort((i, j) => rankInfluence[i]! - rankInfluence[j]! || i - j)
  return order.map((i) => [
    variables[i]!.label,
    direct.influence[i]!,
    direct.dependence[i]!,
    direct.rankInfluence[i]!,
    t(`quadrant.${direct.quadrants[i]!}`),
    rankInfluence[i]!,
    t(`quadrant.${indirectQuadrants[i]!}`),
  ])
}
