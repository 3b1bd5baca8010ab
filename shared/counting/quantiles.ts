// Median and quartiles by linear interpolation: R's type 7 (Hyndman & Fan 1996; methods, section 0.5).
// Called by the rules that sum up numbers; ordinal grades use the lower middle value instead.
import { add, compare, floor, fraction, multiply, subtract, type Fraction } from './fraction.ts'

/** The value below which a share `p` (0 to 1) of the values lies, at position (n - 1)p; null without values. */
export function quantile(values: readonly Fraction[], p: Fraction): Fraction | null {
  if (values.length === 0) return null
  const sorted = [...values].sort(compare)
  const position = multiply(fraction(values.length - 1), p)
  const below = floor(position)
  const low = sorted[Number(below)]!
  const high = sorted[Number(below) + 1] ?? low
  return add(low, multiply(subtract(position, fraction(below)), subtract(high, low)))
}

export interface Quartiles {
  q1: Fraction | null
  median: Fraction | null
  q3: Fraction | null
}

/** The three cuts into four equal parts; the order of the values does not matter. */
export function quartiles(values: readonly Fraction[]): Quartiles {
  const at = (quarter: number) => quantile(values, fraction(quarter, 4))
  return { q1: at(1), median: at(2), q3: at(3) }
}
