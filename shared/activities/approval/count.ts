// Approval: who is elected once the approvals are counted (the counting itself is counting/picks.ts).
// Called by the activity; Brams & Fishburn 1978, for several seats by most approvals.
import type { PickResult } from '../../counting/picks.ts'

export interface ApprovalResult extends PickResult {
  /** Options sure of a seat, in paper order. */
  elected: string[]
  /** Options tied for the last seats, of which only some can have one: a second vote or a lot among them. */
  tied: string[]
}

/** The best `seats` options are elected; a tie that the last seat would cut elects nobody of it. Nobody without approval is. */
export function seated(result: PickResult, options: readonly string[], seats: number): ApprovalResult {
  const approved = options.filter((option) => result.counts[option]! > 0)
  const upTo = (option: string) =>
    approved.filter((other) => result.ranks[other]! <= result.ranks[option]!).length
  return {
    ...result,
    elected: approved.filter((option) => upTo(option) <= seats),
    tied: approved.filter((option) => result.ranks[option]! <= seats && upTo(option) > seats),
  }
}
