// One answer to a proposal, as it comes from a phone. Called by consent and the election without candidate.
import { CONSENT_ANSWERS, type ConsentAnswer } from './consent.ts'
import { isRefusal, refuse, type Refusal } from '../wire.ts'
import { readReason } from './reason.ts'

export interface ConsentBallot {
  answer: ConsentAnswer
  /** Always there with an objection. */
  reason?: string
}

/** The answer with its trimmed reason, or why it cannot stand: an objection needs a reason. */
export function readAnswer(choice: unknown): ConsentBallot | Refusal {
  if (typeof choice !== 'object' || choice === null) return refuse('bad-request')
  const { answer: given, reason: written } = choice as { answer?: unknown; reason?: unknown }
  const answer = CONSENT_ANSWERS.find((known) => known === given)
  if (!answer) return refuse(typeof given === 'string' ? 'unknown-option' : 'bad-request')
  const reason = readReason(written)
  if (isRefusal(reason)) return reason
  if (reason !== '') return { answer, reason }
  return answer === 'objection' ? refuse('bad-request') : { answer }
}
