// Dot voting: dots per option over valid ballots. Pure; the order of ballots never matters.
import { competitionRanks } from '../../voting.ts'

/** Dots by option id; options without a dot may be absent. */
export type DotBallot = Record<string, number>

export interface DotRule {
  options: string[]
  dotsPerPerson: number
  maxPerItem: number
}

export interface DotResult {
  totals: Record<string, number>
  /** Distinct persons who gave the option at least one dot. */
  supporters: Record<string, number>
  ranks: Record<string, number>
  spent: number
  unspent: number
  /** Positions of refused ballots in the input. */
  rejectedBallots: number[]
}

/** The habit of a third of the options, from 3 to 10 dots, half rounded up (Facilitator's dotmocracy habit n/3). */
export function defaultDots(options: number): number {
  return Math.min(10, Math.max(3, Math.floor((2 * options + 3) / 6)))
}

/** How many dots one person can place: few options may not hold all of them. */
export function allDots(rule: Pick<DotRule, 'dotsPerPerson' | 'maxPerItem'>, options: number): number {
  return Math.min(rule.dotsPerPerson, rule.maxPerItem * options)
}

/** Dots that a ballot places. */
export function placed(ballot: DotBallot): number {
  return Object.values(ballot).reduce((sum, dots) => sum + dots, 0)
}

/** Why a ballot cannot stand, or null: unknown option, a dot too many on one or in all. */
export function faultOf(
  rule: DotRule,
  ballot: DotBallot,
): 'unknown-option' | 'too-many' | 'bad-request' | null {
  const known = new Set(rule.options)
  for (const [option, dots] of Object.entries(ballot)) {
    if (!known.has(option)) return 'unknown-option'
    if (!Number.isSafeInteger(dots) || dots < 0) return 'bad-request'
    if (dots > rule.maxPerItem) return 'too-many'
  }
  return placed(ballot) > rule.dotsPerPerson ? 'too-many' : null
}

/** Dots of both options on `into`, up to the cap of one option; the rest is refunded. */
export function mergeDots(ballot: DotBallot, from: string, into: string, maxPerItem: number): DotBallot {
  const { [from]: moved = 0, ...rest } = ballot
  return moved === 0 ? rest : { ...rest, [into]: Math.min(maxPerItem, (rest[into] ?? 0) + moved) }
}

/**
 * Totals, distinct supporters and ranks. A ballot over the limits, or naming an unknown option, is refused whole.
 * Ties: more distinct supporters first, else shown tied. Dots of an option removed during the vote are refunded.
 */
export function countDots(
  rule: DotRule,
  ballots: readonly DotBallot[],
  removed: readonly string[] = [],
): DotResult {
  const totals = Object.fromEntries(rule.options.map((option) => [option, 0]))
  const supporters = { ...totals }
  const rejectedBallots: number[] = []
  let spent = 0
  ballots.forEach((sent, position) => {
    const ballot = Object.fromEntries(Object.entries(sent).filter(([option]) => !removed.includes(option)))
    if (faultOf(rule, ballot)) return rejectedBallots.push(position)
    for (const [option, dots] of Object.entries(ballot)) {
      totals[option]! += dots
      spent += dots
      if (dots > 0) supporters[option]!++
    }
  })
  const valid = ballots.length - rejectedBallots.length
  const ranks = competitionRanks(
    rule.options,
    (a, b) => totals[b]! - totals[a]! || supporters[b]! - supporters[a]!,
  )
  return {
    totals,
    supporters,
    ranks: Object.fromEntries(rule.options.map((option, i) => [option, ranks[i]!])),
    spent,
    unspent: valid * rule.dotsPerPerson - spent,
    rejectedBallots,
  }
}
