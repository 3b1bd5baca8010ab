// How a resolution is drawn: the bar of its votes with the mark to be reached, and the gauge of its quorum. In percent.
// Called by Wall.svelte and its parts.
import { figureOf } from '../../counting/amounts.ts'
import type { Amount } from '../../voting.ts'
import type { CollegesCount } from './college-count.ts'
import type { ResolutionResult } from './count.ts'
import type { Attendance, QuorumResult } from './quorum.ts'

export interface ShareBar {
  /** Parts of the base of the majority; `rest` is what is part of it without being for or against. */
  parts: { id: 'for' | 'against' | 'rest'; votes: number; width: number }[]
  /** Where the votes needed end. */
  mark: number
}

/** The votes as parts of what the majority is counted of; empty parts are left out. */
export function shareBar(result: ResolutionResult): ShareBar {
  const [base, needed] = [figureOf(result.base), figureOf(result.needed)]
  const [inFavour, against] = [figureOf(result.counts.for), figureOf(result.counts.against)]
  const whole = Math.max(base, 1)
  const rest = base - inFavour - against
  const parts = [
    { id: 'for' as const, votes: inFavour },
    { id: 'rest' as const, votes: Math.max(0, rest) },
    { id: 'against' as const, votes: against },
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
  quorum: QuorumResult,
  { registered }: Pick<Attendance, 'registered'>,
): { filled: number; mark: number } {
  const [counted, needed] = [figureOf(quorum.counted), figureOf(quorum.needed)]
  const whole = Math.max(figureOf(registered), counted, needed, 1)
  return { filled: (100 * counted) / whole, mark: (100 * needed) / whole }
}

export interface CollegeBar {
  name: string
  weight: string
  /** Against the heaviest college, in percent. */
  width: number
  /** The part of its weight that it brings in favour, in percent; null where it is not shown, or expressed nothing. */
  filled: number | null
  votes: { for: Amount; against: Amount } | null
}

/** The colleges in the order of the settings, and the share of all weights that is in favour. */
export function collegeBars({ perCollege, shareFor }: CollegesCount): { rows: CollegeBar[]; share: number } {
  const colleges = Object.entries(perCollege)
  const most = Math.max(...colleges.map(([, { weight }]) => figureOf(weight)))
  const rows = colleges.map(([name, { weight, brought, ...votes }]) => ({
    name,
    weight,
    width: (100 * figureOf(weight)) / most,
    filled: brought ? (100 * figureOf(brought)) / figureOf(weight) : null,
    votes:
      votes.for === undefined || votes.against === undefined
        ? null
        : { for: votes.for, against: votes.against },
  }))
  return { rows, share: shareFor === null ? 0 : Math.round(1000 * figureOf(shareFor)) / 10 }
}
