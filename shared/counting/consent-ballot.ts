// One answer to a proposal, as it comes from a phone. Called by consent and the election without candidate.
import { CONSENT_ANSWERS, type ConsentAnswer } from './consent.ts'
import { LIMITS } from '../limits.ts'
import { refuse, type Refusal } from '../wire.ts'

export interface ConsentBallot {
  answer: ConsentAnswer
  /** Always there with an objection. */
  reason?: string
}

/** The answer with its trimmed reason, or why it cannot stand: an objection needs a reason. */
export function readAnswer(choice: unknown): ConsentBallot | Refusal {
  if (typeof choice !== 'object' || choice === null) return refuse('bad-request')
  const { answer: given, reason: written = '' } = choice as { answer?: unknown; reason?: unknown }
  const answer = CONSENT_ANSWERS.find((known) => known === given)
  if (!answer) return refuse(typeof given === 'string' ? 'unknown-option' : 'bad-request')
  if (typeof written !== 'string') return refuse('bad-request')
  const reason = written.trim()
  if (reason.length > LIMITS.note) return refuse('too-long', { most: LIMITS.note })
  if (reason !== '') return { answer, reason }
  return answer === 'objection' ? refuse('bad-request') : { answer }
}
