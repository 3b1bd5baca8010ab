// A resolution put to an assembly: votes, quorum and majority together. Called by activity.ts.
// Pure; the order of ballots never matters.
import { majorityOf, type MajorityRule, type Votes } from './majority.ts'
import { quorumOf, type Attendance, type Quorum, type QuorumResult } from './quorum.ts'

export const CHOICES = ['for', 'against', 'abstain', 'blank'] as const
export type Choice = (typeof CHOICES)[number]

export interface ResolutionRule {
  rule: MajorityRule
  quorum: Quorum
  room: Attendance
}

export interface ResolutionResult {
  n: number
  counts: Votes
  expressed: number
  quorum: QuorumResult
  base: number
  needed: number
  /** The majority is there, and so is the quorum. */
  adopted: boolean
  outcome: 'adopted' | 'rejected' | 'no-quorum'
  /** Members by choice, beside the voices, where some have more than one. */
  persons?: Votes
  /** No slips were asked for, so nobody can tell that each voice voted once: the vote shows an opinion. */
  indicative?: true
}

/** Whoever voted was there: voices in the room are never fewer than ballots. `weights`: one for each ballot, by slips. */
export function countResolution(
  { rule, quorum, room }: ResolutionRule,
  ballots: readonly Choice[],
  weights?: readonly number[],
): ResolutionResult {
  const counts = votesOf(ballots, weights)
  const n = counts.for + counts.against + counts.abstain + counts.blank
  const present = Math.max(room.present, n - room.represented)
  const reached = quorumOf({ ...room, present }, quorum)
  const majority = majorityOf(rule, counts, reached.counted)
  return {
    n,
    counts,
    expressed: counts.for + counts.against,
    quorum: reached,
    base: majority.base,
    needed: majority.needed,
    adopted: majority.adopted && reached.reached,
    outcome: !reached.reached ? 'no-quorum' : majority.adopted ? 'adopted' : 'rejected',
    ...(weights?.some((weight) => weight !== 1) ? { persons: votesOf(ballots) } : {}),
    ...(weights ? {} : { indicative: true as const }),
  }
}

function votesOf(ballots: readonly Choice[], weights?: readonly number[]): Votes {
  const votes: Votes = { for: 0, against: 0, abstain: 0, blank: 0 }
  ballots.forEach((choice, i) => (votes[choice] += weights?.[i] ?? 1))
  return votes
}
