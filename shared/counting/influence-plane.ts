// Where things that act and are acted on lie on a plane. Pure. Called by the walls and reports of structural analysis and actor strategies.
import type { OptionEntry } from '../voting.ts'

/** What each does to the others, and what they do to it. */
export interface Sums {
  influence: readonly number[]
  dependence: readonly number[]
}

export interface Spot {
  id: string
  /** Number of the item, from 1. */
  mark: string
  x: number
  y: number
}

/** Dependence to the right, influence upwards (the French habit), from 0 to 1; the cut is the mean of each axis. */
export function planeOf(
  items: readonly OptionEntry[],
  { influence, dependence }: Sums,
): { spots: Spot[]; cut: { x: number; y: number } } {
  const scale = (values: readonly number[]) => {
    const most = Math.max(1, ...values) * 1.06
    return { at: (value: number) => value / most, mean: sum(values) / Math.max(1, values.length) / most }
  }
  const [across, up] = [scale(dependence), scale(influence)]
  const spots = items.map(({ id }, i) => ({
    id,
    mark: String(i + 1),
    x: across.at(dependence[i] ?? 0),
    y: up.at(influence[i] ?? 0),
  }))
  return { spots, cut: { x: across.mean, y: up.mean } }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
