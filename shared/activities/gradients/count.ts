// Gradients of agreement: eight levels from whole-hearted endorsement to veto, and how to read their distribution.
// Pure; the order of ballots never matters. Called by the activity and by the worked examples.
import { compare, fraction, parseFraction, showFraction } from '../../counting/fraction.ts'
import { total } from '../../counting/scale.ts'

export const LEVELS = 8

/** Shares are written '3/4'. */
export interface GradientRule {
  /** A single veto stops the decision. */
  vetoBlocks: boolean
  /** How many serious disagreements (level 7) a decision bears. */
  maxSerious: number
  /** Share of levels 1 to 3 that is support. */
  supportThreshold: string
  /** Share of levels 1 and 2 that is enthusiasm. */
  enthusiasmThreshold: string
  /** Share of level 5 that asks for more discussion. */
  discussThreshold: string
}

export type Reading =
  'no-data' | 'blocked' | 'contested' | 'enthusiastic' | 'lukewarm' | 'not-ready' | 'ambiguous'

export interface GradientResult {
  total: number
  /** Exact share of levels 1 to 3; null without answers. */
  supportShare: string | null
  outcome: Reading
}

/** The reading of a histogram of the eight levels (Kaner 2014 for the levels; the order of the tests is ours). */
export function readGradients(rule: GradientRule, counts: readonly number[]): GradientResult {
  if (counts.length !== LEVELS) throw new Error(`gradients have ${LEVELS} levels, not ${counts.length}`)
  const all = total(counts)
  if (all === 0) return { total: 0, supportShare: null, outcome: 'no-data' }
  const support = fraction(total(counts.slice(0, 3)), all)
  return { total: all, supportShare: showFraction(support), outcome: readingOf(rule, counts, all) }
}

function readingOf(rule: GradientRule, counts: readonly number[], all: number): Reading {
  const reaches = (part: number, threshold: string) =>
    compare(fraction(part, all), parseFraction(threshold)) >= 0
  const [serious = 0, veto = 0] = counts.slice(6)
  if (rule.vetoBlocks && veto > 0) return 'blocked'
  if (serious > rule.maxSerious) return 'contested'
  if (reaches(total(counts.slice(0, 3)), rule.supportThreshold))
    return reaches(total(counts.slice(0, 2)), rule.enthusiasmThreshold) ? 'enthusiastic' : 'lukewarm'
  return reaches(counts[4]!, rule.discussThreshold) ? 'not-ready' : 'ambiguous'
}
