// One nomination, as it comes from a phone: a person, and why. Called by activity.ts.
import { readReason } from '../../counting/reason.ts'
import { isRefusal, refuse, type Refusal } from '../../wire.ts'

export interface Nomination {
  option: string
  reason?: string
}

/** The nomination with its trimmed reason, or why it cannot stand: nobody by that id, a reason too long. */
export function readNomination(options: readonly string[], choice: unknown): Nomination | Refusal {
  if (typeof choice !== 'object' || choice === null) return refuse('bad-request')
  const { option, reason: written } = choice as { option?: unknown; reason?: unknown }
  if (typeof option !== 'string') return refuse('bad-request')
  if (!options.includes(option)) return refuse('unknown-option')
  const reason = readReason(written)
  if (isRefusal(reason)) return reason
  return reason === '' ? { option } : { option, reason }
}
