// Is a resolution carried? Majorities of the votes expressed: abstentions and blank votes are out. Called by count.ts.
// Source: C. com. L225-96 and L225-98 as changed by the French law 2019-744 of 19 July 2019.

export const RULES = ['simple', 'two-thirds', 'absolute-present', 'unanimity'] as const
export type MajorityRule = (typeof RULES)[number]

export interface Votes {
  for: number
  against: number
  abstain: number
  blank: number
}

export interface MajorityResult {
  /** The votes that the needed ones are a part of: expressed ones, or all voices present. */
  base: number
  needed: number
  adopted: boolean
}

/** `voices` are those in the room, for the rule that counts them all; at least those who voted. Equality rejects. */
export function majorityOf(rule: MajorityRule, votes: Votes, voices = 0): MajorityResult {
  const expressed = votes.for + votes.against
  const cast = expressed + votes.abstain + votes.blank
  const base = rule === 'absolute-present' ? Math.max(voices, cast) : expressed
  const needed = Math.max(1, neededOf(rule, base))
  return { base, needed, adopted: votes.for >= needed }
}

function neededOf(rule: MajorityRule, base: number): number {
  switch (rule) {
    case 'simple':
    case 'absolute-present':
      return Math.floor(base / 2) + 1
    case 'two-thirds':
      return Math.ceil((2 * base) / 3)
    case 'unanimity':
      return base
    default:
      return rule satisfies never
  }
}
