// Which drivers the matrix proposes as axes of scenarios. Called by the activity, its report and its face.
import type { DriversCount } from './activity.ts'

/** Ratings from which a driver may be proposed. */
export const ENOUGH = 3
/** Axes of a scenario cross. */
const AXES = 2

type Rated = Pick<DriversCount, 'criticalOrder' | 'ratings'>

/** Critical uncertainties that enough people have placed, the most critical first. */
export function proposed({ criticalOrder, ratings }: Rated): string[] {
  return criticalOrder.filter((option) => (ratings[option] ?? 0) >= ENOUGH)
}

/** The two of them that come first. */
export function proposedAxes(result: Rated): string[] {
  return proposed(result).slice(0, AXES)
}
