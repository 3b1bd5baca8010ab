// One estimate of a panel, as it comes from a phone: a number within the scale, and an argument. Called by activity.ts.
import { LIMITS } from '../../limits.ts'
import { refuse, type Refusal } from '../../wire.ts'

export interface EstimateBallot {
  value: number
  reason?: string
}

/** The estimate with its trimmed argument, or why it cannot stand. */
export function readEstimate(scale: { min: number; max: number }, choice: unknown): EstimateBallot | Refusal {
  if (typeof choice !== 'object' || choice === null) return refuse('bad-request')
  const { value: given, reason: written = '' } = choice as { value?: unknown; reason?: unknown }
  if (typeof given !== 'number' || typeof written !== 'string') return refuse('bad-request')
  // Two decimals are enough for an estimate, and there is no negative zero.
  const value = Math.round(given * 100) / 100 + 0
  if (!(value >= scale.min && value <= scale.max)) return refuse('bad-request')
  const reason = written.trim()
  if (reason.length > LIMITS.note) return refuse('too-long', { most: LIMITS.note })
  return reason === '' ? { value } : { value, reason }
}
