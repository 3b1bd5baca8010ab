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

/**
 * `members` is how many must answer, the person proposed among them; without it, those who did. An objection comes first,
 * then a missing answer, then a refusal of the person; without any consent nothing is settled.
 */
export function countTurn(proposed: string, ballots: readonly TurnBallot[], members = 0): TurnResult {
  const answers = ballots.filter((ballot): ballot is ConsentBallot => ballot.answer !== 'decline')
  const declined = ballots.length - answers.length
  const { outcome, ...turn } = countConsent(answers, members - declined)
  const missing = Math.max(0, members - ballots.length)
  return { ...turn, n: ballots.length, missing, proposed, outcome: settled(outcome, missing, declined) }
}

function settled(
  outcome: ConsentResult['outcome'],
  missing: number,
  declined: number,
): TurnResult['outcome'] {
  if (outcome === 'integrate') return 'objection-round'
  if (missing > 0) return 'pending'
  if (declined > 0) return 'declined'
  return outcome === 'adopted' ? 'elected' : 'pending'
}
