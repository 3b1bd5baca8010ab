// One estimate of a panel, as it comes from a phone: a number within the scale, and an argument. Called by activity.ts.
import { readReason } from '../../counting/reason.ts'
import { isRefusal, refuse, type Refusal } from '../../wire.ts'

export interface EstimateBallot {
  value: number
  reason?: string
  /** In real time: this person's first estimate, if the last one is another. */
  first?: number
}

/** The estimate with its trimmed argument, or why it cannot stand. */
export function readEstimate(scale: { min: number; max: number }, choice: unknown): EstimateBallot | Refusal {
  if (typeof choice !== 'object' || choice === null) return refuse('bad-request')
  const { value: given, reason: written, first: begun = given } = choice as Record<string, unknown>
  if (typeof given !== 'number' || typeof begun !== 'number') return refuse('bad-request')
  const [value, first] = [hundredths(given), hundredths(begun)]
  const fits = (estimate: number) => estimate >= scale.min && estimate <= scale.max
  if (!fits(value) || !fits(first)) return refuse('bad-request')
  const reason = readReason(written)
  if (isRefusal(reason)) return reason
  return {
    value,
    ...(reason === '' ? {} : { reason }),
    ...(first === value ? {} : { first }),
  }
}

/** Two decimals are enough for an estimate, and there is no negative zero. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
