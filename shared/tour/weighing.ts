// A vote of several towns where every town is worth the same, whatever the number of its ballots (methods, 0.8).
// Exact; called by synthesis.ts, written by weighed.ts.
import type { QuadraticResult } from '../activities/quadratic/count.ts'
import type { OptionEntry } from '../voting.ts'
import { townGrades, type TownGrades } from './grades.ts'
import { townLevels, type TownLevels } from './levels.ts'
import { townOrder, type TownOrder } from './order.ts'
import type { Part } from './pool.ts'
import { townShares, type TownShare } from './shares.ts'

/** By what the method knows: shares of a whole, shares of each grade, one scale, or an order. */
export type TownWeighing =
  | { is: 'shares'; options: TownShare[] }
  | { is: 'grades'; options: TownGrades[] }
  | ({ is: 'levels' } & TownLevels)
  | ({ is: 'order' } & TownOrder)

/**
 * `options` are those that all of them had. A town where nobody voted is left out. Null for one town alone, and for
 * methods whose result is no mean of towns: a resolution counts voices, a median is not a median of medians.
 */
export function weighTowns(
  kind: string,
  options: readonly OptionEntry[],
  parts: readonly Part[],
): TownWeighing | null {
  if (parts.length < 2) return null
  // A fit to all duels at once is no mean of towns; win rates are.
  const fitted = parts.some(({ paper }) => (paper as { score?: unknown }).score === 'bradley-terry')
  if (kind === 'pairwise' && fitted) return null
  // Where one town voted against, no town has shares.
  const against = ({ result }: Part) =>
    Object.values((result as QuadraticResult).totals).some((votes) => votes < 0)
  if (kind === 'quadratic' && parts.some(against)) return null
  const shares = townShares(
    kind,
    options,
    parts.map(({ result }) => result),
  )
  if (shares) return { is: 'shares', options: shares }
  const grades = kind === 'majority-judgment' ? townGrades(options, parts) : null
  if (grades) return { is: 'grades', options: grades }
  const levels = townLevels(kind, parts)
  if (levels) return { is: 'levels', ...levels }
  const order = kind === 'ranking' ? townOrder(options, parts) : null
  return order && { is: 'order', ...order }
}
