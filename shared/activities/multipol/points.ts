// Where the actions lie on the plane: how far apart the policies judge them, and how good they are on the mean. Pure.
// Called by Wall.svelte and the report.
import type { ActionsPaper } from './activity.ts'
import { drawn, type ActionsCount } from './count.ts'

export interface ActionPoint {
  id: string
  label: string
  /** Its rank. */
  mark: string
  /** From 0 to 1; deviations run to a little more than the widest, and to two marks at least. */
  x: number
  y: number
}

const BEST = 20
const LEAST_WIDE = 2

/** Actions with figures, the best first. */
export function actionPoints({ grids: [{ rows }] }: ActionsPaper, count: ActionsCount): ActionPoint[] {
  const figures = count.order.map((a) => count.actions[a]!)
  const widest = Math.max(LEAST_WIDE, ...figures.map(({ sd }) => sd)) * 1.1
  return count.order.map((a, i) => ({
    ...{ id: String(a), label: rows[a]!, mark: String(i + 1) },
    ...{ x: figures[i]!.sd / widest, y: drawn(figures[i]!.mean) / BEST },
  }))
}
