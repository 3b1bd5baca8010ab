// How much several people rank alike: Kendall's W, with the correction for ties (Kendall & Babington Smith 1939).
// Called by whoever compares rankings; exact.
import { compare, divide, fraction, multiply, subtract, sumOf, type Fraction } from './fraction.ts'

/** Ranks of the same items by each judge, equal ones as mid-ranks; from 0 to 1, null where nobody separates anything. */
export function kendallW(rankings: readonly (readonly Fraction[])[]): Fraction | null {
  const m = fraction(rankings.length)
  const n = rankings[0]?.length ?? 0
  const sums = Array.from({ length: n }, (_, item) => sumOf(rankings.map((ranks) => ranks[item]!)))
  if (n === 0) return null
  const mean = divide(sumOf(sums), fraction(n))
  const spread = sumOf(sums.map((sum) => multiply(subtract(sum, mean), subtract(sum, mean))))
  const ties = sumOf(rankings.map(tieCorrection))
  const most = subtract(multiply(multiply(m, m), fraction(n ** 3 - n)), multiply(m, ties))
  return most.num === 0n ? null : divide(multiply(fraction(12), spread), most)
}

/** The sum of t³ - t over groups of t equal ranks. */
function tieCorrection(ranks: readonly Fraction[]): Fraction {
  const sizes = ranks
    .filter((rank, i) => ranks.findIndex((other) => compare(other, rank) === 0) === i)
    .map((rank) => ranks.filter((other) => compare(other, rank) === 0).length)
  return fraction(sizes.reduce((sum, size) => sum + size ** 3 - size, 0))
}
