// Quadratic voting: v votes on an option cost v x v credits, so that intensity has a price.
// Pure; the order of ballots never matters. Called by the activity and by the worked examples.
import { competitionRanks } from '../../voting.ts'
import type { RefusalCode } from '../../wire.ts'

/** Votes by option id; negative ones only where the rule allows them. */
export type CreditBallot = Record<string, number>

export interface CreditRule {
  options: readonly string[]
  credits: number
  allowNegative: boolean
}

export interface QuadraticResult {
  totals: Record<string, number>
  /** Distinct persons with at least one vote for the option. */
  supporters: Record<string, number>
  creditsSpent: number
  /** Positions of refused ballots in the input. */
  refused: number[]
  ranks: Record<string, number>
}

/** The budget that leaves a choice to be made: 100 credits, 36 for up to six options. */
export function defaultCredits(options: number): number {
  return options <= 6 ? 36 : 100
}

/** What a ballot costs. */
export function costOf(ballot: CreditBallot): number {
  return Object.values(ballot).reduce((sum, votes) => sum + votes * votes, 0)
}

/** Why a ballot cannot stand, or null: votes against where there are none, or more than the budget. */
export function faultOf(rule: CreditRule, ballot: CreditBallot): RefusalCode | null {
  const votes = Object.values(ballot)
  if (!votes.every((v) => Number.isSafeInteger(v) && (v >= 0 || rule.allowNegative))) return 'bad-request'
  return costOf(ballot) > rule.credits ? 'too-many' : null
}

/**
 * Sums of votes, distinct supporters and ranks (Lalley & Weyl 2018). A ballot over the budget is refused whole; an option
 * that the paper has lost gives its credits back. Ties: more distinct supporters first, else shown tied.
 */
export function countCredits(rule: CreditRule, ballots: readonly CreditBallot[]): QuadraticResult {
  const totals = new Map(rule.options.map((option) => [option, 0]))
  const supporters = new Map(totals)
  const refused: number[] = []
  let creditsSpent = 0
  ballots.forEach((sent, position) => {
    const kept = Object.entries(sent).filter(([option]) => totals.has(option))
    if (faultOf(rule, Object.fromEntries(kept))) return refused.push(position)
    for (const [option, votes] of kept) {
      totals.set(option, totals.get(option)! + votes)
      if (votes > 0) supporters.set(option, supporters.get(option)! + 1)
      creditsSpent += votes * votes
    }
  })
  const ranks = competitionRanks(
    [...rule.options],
    (a, b) => totals.get(b)! - totals.get(a)! || supporters.get(b)! - supporters.get(a)!,
  )
  return {
    totals: Object.fromEntries(totals),
    supporters: Object.fromEntries(supporters),
    creditsSpent,
    refused,
    ranks: Object.fromEntries(rule.options.map((option, i) => [option, ranks[i]!])),
  }
}

/** Credits spent on each option by the ballots that stand: how much the room wanted it, whatever side. */
export function creditsOf(rule: CreditRule, ballots: readonly CreditBallot[]): Record<string, number> {
  const known = new Set(rule.options)
  const kept = ballots
    .map((ballot) => Object.fromEntries(Object.entries(ballot).filter(([option]) => known.has(option))))
    .filter((ballot) => faultOf(rule, ballot) === null)
  const spent = (option: string) => kept.reduce((sum, { [option]: votes = 0 }) => sum + votes * votes, 0)
  return Object.fromEntries(rule.options.map((option) => [option, spent(option)]))
}
