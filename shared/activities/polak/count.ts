// Polak game: do we have a hold on the future, and is the world getting better? (Hayward & Candy 2017).
// Pure; the order of ballots never matters for the counts. Called by the activity and by the worked examples.
import { isHigh, middleOf, type Placed } from '../../counting/axes.ts'
import { toNumber, type Fraction } from '../../counting/fraction.ts'

/** Upper is better, right is with influence. */
export const POLAK_QUADRANTS = ['UR', 'UL', 'LR', 'LL'] as const
export type PolakQuadrant = (typeof POLAK_QUADRANTS)[number]

export interface PolakResult {
  /** Of each person, in the order given. */
  quadrants: PolakQuadrant[]
  counts: Record<PolakQuadrant, number>
  /** [x, y]; null without anybody. */
  median: [number, number] | null
}

/** Quadrant of each person, a value on the midpoint counting as high, and the median of each axis. */
export function countPolak(places: Placed, midpoint: Fraction): PolakResult {
  const quadrants = places.x.map((x, i): PolakQuadrant => {
    const high = isHigh(places.y[i]!, midpoint)
    if (isHigh(x, midpoint)) return high ? 'UR' : 'LR'
    return high ? 'UL' : 'LL'
  })
  const many = (wanted: PolakQuadrant) => quadrants.filter((quadrant) => quadrant === wanted).length
  const [x, y] = [middleOf(places.x), middleOf(places.y)]
  return {
    quadrants,
    counts: { UR: many('UR'), UL: many('UL'), LR: many('LR'), LL: many('LL') },
    median: x && y ? [toNumber(x.median), toNumber(y.median)] : null,
  }
}

/** The corner with more people than each other one; null where there is none. */
export function fullest(counts: Record<PolakQuadrant, number>): PolakQuadrant | null {
  const most = Math.max(...POLAK_QUADRANTS.map((corner) => counts[corner]))
  const leading = POLAK_QUADRANTS.filter((corner) => counts[corner] === most)
  return most > 0 && leading.length === 1 ? leading[0]! : null
}
