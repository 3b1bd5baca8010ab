// How a resolution is drawn: the bar of its votes with the mark to be reached, and the gauge of its quorum. In percent.
// Called by Wall.svelte and its parts.
import type { ResolutionResult } from './count.ts'
import type { Attendance, QuorumResult } from './quorum.ts'

export interface ShareBar {
  /** Parts of the base of the majority; `rest` is what is part of it without being for or against. */
  parts: { id: 'for' | 'against' | 'rest'; votes: number; width: number }[]
  /** Where the votes needed end. */
  mark: number
}

/** The votes as parts of what the majority is counted of; empty parts are left out. */
export function shareBar({ counts, base, needed }: ResolutionResult): ShareBar {
  const whole = Math.max(base, 1)
  const rest = base - counts.for - counts.against
  const parts = [
    { id: 'for' as const, votes: counts.for },
    { id: 'rest' as const, votes: Math.max(0, rest) },
    { id: 'against' as const, votes: counts.against },
  ]
  return {
    parts: parts
      .filter(({ votes }) => votes > 0)
      .map((part) => ({ ...part, width: (100 * part.votes) / whole })),
    mark: Math.min(100, (100 * needed) / whole),
  }
}

/** How far the gauge of the quorum is filled, and where the mark stands; of the registered, or of the larger figure where none are. */
export function quorumGauge(
  { counted, needed }: QuorumResult,
  { registered }: Attendance,
): { filled: number; mark: number } {
  const whole = Math.max(registered, counted, needed, 1)
  return { filled: (100 * counted) / whole, mark: (100 * needed) / whole }
}
