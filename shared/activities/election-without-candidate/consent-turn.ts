// The consent turn on the person proposed, who may decline. Called by activity.ts.
// Pure; the order of ballots never matters.
import { readAnswer, type ConsentBallot } from '../../counting/consent-ballot.ts'
import { countConsent, type ConsentResult } from '../../counting/consent-turn.ts'
import { readReason } from '../../counting/reason.ts'
import { isRefusal, type Refusal } from '../../wire.ts'

/** What the person proposed may say besides: that they will not take the role. */
export interface Declined {
  answer: 'decline'
  reason?: string
}
export type TurnBallot = ConsentBallot | Declined

export interface TurnResult extends Omit<ConsentResult, 'outcome'> {
  /** Id of the person. */
  proposed: string
  outcome: 'objection-round' | 'pending' | 'declined' | 'elected'
}

/** An answer of the circle, or the refusal of the role. */
export function readTurn(choice: unknown): TurnBallot | Refusal {
  const { answer, reason } = (choice ?? {}) as { answer?: unknown; reason?: unknown }
  if (answer !== 'decline') return readAnswer(choice)
  const said = readReason(reason)
  if (isRefusal(said)) return said
  return said === '' ? { answer } : { answer, reason: said }
}

/** An objection comes first, then a refusal of the person; without any consent nothing is settled. */
export function countTurn(proposed: string, ballots: readonly TurnBallot[]): TurnResult {
  const answers = ballots.filter((ballot): ballot is ConsentBallot => ballot.answer !== 'decline')
  const { outcome, ...turn } = countConsent(answers)
  const declined = answers.length < ballots.length
  const settled = declined ? 'declined' : outcome === 'adopted' ? 'elected' : 'pending'
  return {
    ...turn,
    n: ballots.length,
    proposed,
    outcome: outcome === 'integrate' ? 'objection-round' : settled,
  }
}
