// Why a proposal stands before the next one: its grade, the step at which the two part, or nothing at all.
// Called by the wall's second view « Pourquoi cet ordre ? ».
import type { JudgmentResult } from './count.ts'
import { ballotsOf, partingOf } from './value.ts'

export type Reason =
  /** The majority grades differ; null for a proposal that nobody graded. */
  | { kind: 'grade'; above: number | null; below: number | null }
  /** Equal majority grades: after so many ballots removed from the middle of each, these two stand against each other. */
  | { kind: 'parting'; removed: number; above: number; below: number }
  /** Identical distributions. */
  | { kind: 'tie' }
  /** Tallies of different sizes (scaled for the count): ballots cannot be removed side by side. */
  | { kind: 'scaled' }

/** Why the proposal at `upper` is not behind the one at `lower`, by their places in the paper. */
export function reasonOf({ ranks, gauge, tallies }: JudgmentResult, upper: number, lower: number): Reason {
  if (ranks[upper] === ranks[lower]) return { kind: 'tie' }
  const [above, below] = [gauge[upper]?.median ?? null, gauge[lower]?.median ?? null]
  if (above === null || below === null || above !== below) return { kind: 'grade', above, below }
  const [a, b] = [upper, lower].map((place) => (tallies[place] ?? []).map(BigInt))
  if (!a || !b || ballotsOf(a) !== ballotsOf(b)) return { kind: 'scaled' }
  const parting = partingOf(a, b)
  if (!parting) return { kind: 'tie' }
  const [first, second] = parting.grades
  return { kind: 'parting', removed: Number(parting.removed), above: first, below: second }
}
