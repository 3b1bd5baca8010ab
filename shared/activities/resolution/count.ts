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
  /** No slips were given out, so nobody can tell that each voice voted once: the vote shows an opinion. */
  indicative: true
}

/** Whoever voted was there: voices in the room are never fewer than ballots. */
export function countResolution(
  { rule, quorum, room }: ResolutionRule,
  ballots: readonly Choice[],
): ResolutionResult {
  const votes = (choice: Choice) => ballots.filter((ballot) => ballot === choice).length
  const counts = {
    for: votes('for'),
    against: votes('against'),
    abstain: votes('abstain'),
    blank: votes('blank'),
  }
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
    indicative: true,
  }
}
