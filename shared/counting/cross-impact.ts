// Cross impact of two hypotheses: do the probabilities that somebody states go together? (Duperrin & Godet 1974).
// Pure and exact. Called by whoever asks for probabilities, and by the worked examples.
import { compare, divide, fraction, multiply, add, subtract, type Fraction } from './fraction.ts'

export interface Stated {
  pi: Fraction
  pj: Fraction
  piGivenJ: Fraction
  piGivenNotJ: Fraction
}

export interface Coherence {
  /** P(i) as it follows from the conditional probabilities. */
  rebuilt: Fraction
  coherent: boolean
  /** Null where i cannot happen, or where the answers do not go together. */
  pJGivenI: Fraction | null
  /** Probabilities of the four scenarios, where the answers go together. */
  scenarios: { both: Fraction; onlyI: Fraction; onlyJ: Fraction; none: Fraction } | null
}

/** P(i) = P(i|j)P(j) + P(i|not j)(1 - P(j)), exactly, or the answers are to be adjusted. */
export function checkCoherence({ pi, pj, piGivenJ, piGivenNotJ }: Stated): Coherence {
  const notJ = subtract(fraction(1), pj)
  const both = multiply(piGivenJ, pj)
  const onlyI = multiply(piGivenNotJ, notJ)
  const rebuilt = add(both, onlyI)
  if (compare(rebuilt, pi) !== 0) return { rebuilt, coherent: false, pJGivenI: null, scenarios: null }
  const scenarios = { both, onlyI, onlyJ: subtract(pj, both), none: subtract(notJ, onlyI) }
  return { rebuilt, coherent: true, pJGivenI: pi.num === 0n ? null : divide(both, pi), scenarios }
}
