// A scale (ROTI, gradients of agreement, fist to five) where every town is worth the same. Called by weighing.ts.
import { add, compare, fraction, multiply, showFraction, sumOf, type Fraction } from '../counting/fraction.ts'
import type { ScalePaper } from '../counting/scale.ts'
import type { Part } from './pool.ts'
import { meanShares } from './shares.ts'

/** Exact, as `a/b`. */
export interface TownLevels {
  /** The mean of the towns' shares for each level, in the order of the scale. */
  shares: string[]
  /** The mean of the towns' means. */
  mean: string
  /** The level that half of that whole does not go beyond; between two of them, their middle. */
  median: string
}

const SCALES: ReadonlySet<string> = new Set(['roti', 'gradients', 'fist-to-five'])

/** Null for other methods, where towns had different scales, and where nobody answered. */
export function townLevels(kind: string, parts: readonly Part[]): TownLevels | null {
  if (!SCALES.has(kind)) return null
  const papers = parts.map(({ paper }) => paper as ScalePaper)
  const { min, max } = papers[0]!
  if (papers.some((paper) => paper.min !== min || paper.max !== max)) return null
  const shares = meanShares(parts.map(({ result }) => (result as { counts: number[] }).counts))
  if (!shares) return null
  const mean = sumOf(shares.map((share, i) => multiply(share, fraction(min + i))))
  return {
    shares: shares.map(showFraction),
    mean: showFraction(mean),
    median: showFraction(medianOf(shares, min)),
  }
}

function medianOf(shares: readonly Fraction[], min: number): Fraction {
  const half = fraction(1, 2)
  const upTo = shares.map((_, i) => sumOf(shares.slice(0, i + 1)))
  const low = upTo.findIndex((part) => compare(part, half) >= 0)
  const high = upTo.findIndex((part) => compare(part, half) > 0)
  return multiply(add(fraction(min + low), fraction(min + high)), half)
}
