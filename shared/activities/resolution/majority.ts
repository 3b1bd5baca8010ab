// Is a resolution carried? Majorities of the votes expressed: abstentions and blank votes are out. Called by count.ts.
// Source: C. com. L225-96 and L225-98 as changed by the French law 2019-744 of 19 July 2019.
import { amountOf, commonUnit, inUnits } from '../../counting/amounts.ts'
import { fraction } from '../../counting/fraction.ts'
import type { Amount } from '../../voting.ts'

export const RULES = ['simple', 'two-thirds', 'absolute-present', 'unanimity'] as const
export type MajorityRule = (typeof RULES)[number]

export interface Votes {
  for: Amount
  against: Amount
  abstain: Amount
  blank: Amount
}

export interface MajorityResult {
  /** The votes that the needed ones are a part of: expressed ones, or all voices present. */
  base: Amount
  needed: Amount
  adopted: boolean
}

/**
 * `voices` are those in the room, for the rule that counts them all; at least those who voted. Equality rejects.
 * Where voices are fractions, what is needed is the least sum of them that carries.
 */
export function majorityOf(rule: MajorityRule, votes: Votes, voices: Amount = 0): MajorityResult {
  const unit = commonUnit([...Object.values(votes), voices])
  const units = (amount: Amount) => inUnits(amount, unit)
  const inFavour = units(votes.for)
  const expressed = inFavour + units(votes.against)
  const cast = expressed + units(votes.abstain) + units(votes.blank)
  const present = units(voices) > cast ? units(voices) : cast
  const base = rule === 'absolute-present' ? present : expressed
  const least = neededOf(rule, base)
  const needed = least > 1n ? least : 1n
  return {
    base: amountOf(fraction(base, unit)),
    needed: amountOf(fraction(needed, unit)),
    adopted: inFavour >= needed,
  }
}

function neededOf(rule: MajorityRule, base: bigint): bigint {
  switch (rule) {
    case 'simple':
    case 'absolute-present':
      return base / 2n + 1n
    case 'two-thirds':
      return (2n * base + 2n) / 3n
    case 'unanimity':
      return base
    default:
      return rule satisfies never
  }
}
