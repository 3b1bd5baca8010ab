// Fist to five: a consensus test of twenty seconds, from 0 (I block) to 5 (I carry it).
// Pure; the order of ballots never matters. Called by the activity and by the worked examples.
import { showFraction } from '../../counting/fraction.ts'
import { countLevels, meanOf, total } from '../../counting/scale.ts'

export const FINGERS = { min: 0, max: 5 } as const

export interface FistResult {
  n: number
  outcome: 'no-data' | 'blocked' | 'discuss' | 'consensus'
  /** Exact, as '21/5'; null without answers. Shown small: it decides nothing. */
  mean: string | null
  /** How many showed 0, 1 ... 5 fingers. */
  counts: number[]
}

/** Any fist blocks; else any hand under three fingers asks for discussion; else there is consensus (Fist of Five, mgrush.com). */
export function countFists(values: readonly number[]): FistResult {
  const counts = countLevels(FINGERS, values)
  const mean = meanOf(counts, FINGERS.min)
  return { n: total(counts), outcome: outcomeOf(counts), mean: mean && showFraction(mean), counts }
}

function outcomeOf(counts: readonly number[]): FistResult['outcome'] {
  if (total(counts) === 0) return 'no-data'
  if (counts[0]! > 0) return 'blocked'
  return counts[1]! + counts[2]! > 0 ? 'discuss' : 'consensus'
}
