// A resolution put to an assembly: votes, quorum and majority together. Called by activity.ts.
// Pure; the order of ballots never matters.
import { figureOf, sumAmounts } from '../../counting/amounts.ts'
import type { Amount, Voice } from '../../voting.ts'
import { collegesOf, type CollegeRule, type CollegesCount } from './college-count.ts'
import { majorityOf, type MajorityRule, type Votes } from './majority.ts'
import { quorumOf, type Attendance, type Quorum, type QuorumResult } from './quorum.ts'

export const CHOICES = ['for', 'against', 'abstain', 'blank'] as const
export type Choice = (typeof CHOICES)[number]

export interface ResolutionRule {
  rule: MajorityRule
  quorum: Quorum
  room: Attendance
  /** Where colleges decide: their weights, and how each reports its votes. */
  byCollege?: CollegeRule
}

export interface ResolutionResult {
  n: Amount
  counts: Votes
  expressed: Amount
  quorum: QuorumResult
  base: Amount
  needed: Amount
  /** The majority is there, and so is the quorum. */
  adopted: boolean
  outcome: 'adopted' | 'rejected' | 'no-quorum'
  /** Members by choice, beside the voices, where some have more than one. */
  persons?: Votes
  /** What the colleges decide; the figures above are one voice for each, shown beside. */
  colleges?: CollegesCount
  /** No slips were asked for, so nobody can tell that each voice voted once: the vote shows an opinion. */
  indicative?: true
}

/** Whoever voted was there: voices in the room are never fewer than ballots. `voices`: one for each ballot, by slips. */
export function countResolution(
  { rule, quorum, room, byCollege }: ResolutionRule,
  ballots: readonly Choice[],
  voices?: readonly Voice[],
): ResolutionResult {
  const counts = votesOf(ballots, voices)
  const n = sumAmounts(Object.values(counts))
  const present = figureOf(room.present) + figureOf(room.represented) < figureOf(n) ? n : null
  const reached = quorumOf(present === null ? room : { ...room, present, represented: 0 }, quorum)
  const majority = majorityOf(rule, counts, reached.counted)
  const colleges = byCollege && voices ? collegesOf(byCollege, rule, ballots, voices) : undefined
  const carried = colleges ? colleges.adopted : majority.adopted
  return {
    n,
    counts,
    expressed: sumAmounts([counts.for, counts.against]),
    quorum: reached,
    base: majority.base,
    needed: majority.needed,
    adopted: carried && reached.reached,
    outcome: !reached.reached ? 'no-quorum' : carried ? 'adopted' : 'rejected',
    ...(voices?.some(({ weight }) => weight !== 1) ? { persons: votesOf(ballots) } : {}),
    ...(colleges ? { colleges } : {}),
    ...(voices ? {} : { indicative: true as const }),
  }
}

function votesOf(ballots: readonly Choice[], voices?: readonly Voice[]): Votes {
  const sum = (choice: Choice) =>
    sumAmounts(ballots.flatMap((ballot, i) => (ballot === choice ? (voices?.[i]?.weight ?? 1) : [])))
  return { for: sum('for'), against: sum('against'), abstain: sum('abstain'), blank: sum('blank') }
}
