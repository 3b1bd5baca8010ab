// Where the four futures lie on the plane of likelihood and desirability. Pure. Called by Futures.svelte and the report.
import type { FuturesPaper } from './activity.ts'
import type { FuturesCount } from './count.ts'

export interface FuturePoint {
  id: string
  label: string
  /** Its number, in the order of the paper. */
  mark: string
  /** From 0 to 1. */
  x: number
  y: number
  spreadX: number
  spreadY: number
  faint: boolean
}

/** Fewer ratings tell of persons and not of a room. */
export const FEW = 3

/** Futures that somebody has rated; all lengths from 0 to 1. */
export function futurePoints({ options, min, max }: FuturesPaper, count: FuturesCount): FuturePoint[] {
  const span = max - min
  return options.flatMap(({ id, label }, i) => {
    const rated = count[id]
    if (!rated || rated.likelihood === null || rated.desirability === null) return []
    return {
      ...{ id, label, mark: String(i + 1), faint: rated.ratings < FEW },
      ...{ x: (rated.likelihood - min) / span, y: (rated.desirability - min) / span },
      ...{ spreadX: rated.spreadX / span, spreadY: rated.spreadY / span },
    }
  })
}
