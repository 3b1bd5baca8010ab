// Wind tunnel: how options stand up in every scenario (Schwartz 1991; van 't Klooster & van Asselt 2006).
// Pure and exact. Called by the activity and by the worked examples.
import { compare, averageOf, subtract, type Fraction } from '../../counting/fraction.ts'

export interface Robustness {
  min: Fraction
  mean: Fraction
  /** The most that is lost against the best option of a scenario. */
  maxRegret: Fraction
}

export interface WindResult {
  /** In the order of the options. */
  results: Robustness[]
  /** Places of the options, by worst case, then mean, then least regret, then as they were. */
  robustOrder: number[]
}

/** Scores by option (row) and scenario (column). Throws where there is no scenario. */
export function windTunnel(scores: readonly (readonly Fraction[])[]): WindResult {
  const best = (scores[0] ?? []).map((_, scenario) =>
    extreme(
      scores.map((row) => row[scenario]!),
      1,
    ),
  )
  const results = scores.map((row) => ({
    min: extreme(row, -1),
    mean: averageOf(row)!,
    maxRegret: extreme(
      row.map((score, scenario) => subtract(best[scenario]!, score)),
      1,
    ),
  }))
  const better = (a: Robustness, b: Robustness) =>
    compare(b.min, a.min) || compare(b.mean, a.mean) || compare(a.maxRegret, b.maxRegret)
  return {
    results,
    robustOrder: results.map((_, i) => i).sort((i, j) => better(results[i]!, results[j]!) || i - j),
  }
}

function extreme(values: readonly Fraction[], side: 1 | -1): Fraction {
  if (values.length === 0) throw new Error('a wind tunnel needs a scenario')
  return values.reduce((found, value) => (compare(value, found) * side > 0 ? value : found))
}
