// One nomination, as it comes from a phone: a person, and why. Called by activity.ts.
import { LIMITS } from '../../limits.ts'
import { refuse, type Refusal } from '../../wire.ts'

export interface Nomination {
  option: string
  reason?: string
}

/** The nomination with its trimmed reason, or why it cannot stand: nobody by that id, a reason too long. */
export function readNomination(options: readonly string[], choice: unknown): Nomination | Refusal {
  if (typeof choice !== 'object' || choice === null) return refuse('bad-request')
  const { option, reason: written = '' } = choice as { option?: unknown; reason?: unknown }
  if (typeof option !== 'string' || typeof written !== 'string') return refuse('bad-request')
  if (!options.includes(option)) return refuse('unknown-option')
  const reason = written.trim()
  if (reason.length > LIMITS.note) return refuse('too-long', { most: LIMITS.note })
  return reason === '' ? { option } : { option, reason }
}
