// Multipol: actions judged by criteria under several policies; a robust one is good under all (Godet 1994).
// Pure and exact. Called by whoever compares actions, and by the worked examples.
import { divide, averageOf, multiply, sumOf, toNumber, varianceOf, type Fraction } from './fraction.ts'

type Table = Record<string, Record<string, Fraction>>

export interface PolicyResult {
  /** Weighted mean of an action under a policy, by action then policy. */
  perPolicy: Table
  /** Over the policies: a high mean and a low deviation is robust. `sd` is a float for drawing. */
  summary: Record<string, { mean: Fraction; variance: Fraction; sd: number }>
}

/** Scores by action then criterion, weights by policy then criterion. Throws where a policy weighs nothing. */
export function comparePolicies(scores: Table, policies: Table): PolicyResult {
  const perPolicy = mapValues(scores, (given) =>
    mapValues(policies, (weights) => weightedMean(given, weights)),
  )
  const summary = mapValues(perPolicy, (means) => {
    const values = Object.values(means)
    const variance = varianceOf(values)!
    return { mean: averageOf(values)!, variance, sd: Math.sqrt(toNumber(variance)) }
  })
  return { perPolicy, summary }
}

function weightedMean(scores: Record<string, Fraction>, weights: Record<string, Fraction>): Fraction {
  const parts = Object.entries(weights).map(([criterion, weight]) => multiply(weight, scores[criterion]!))
  return divide(sumOf(parts), sumOf(Object.values(weights)))
}

function mapValues<A, B>(all: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, change(value)]))
}
