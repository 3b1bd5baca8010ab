// Estimates of a panel as they come from a phone: a number within the scale, and an argument. Called by activity.ts.
import { checkEach } from '../../counting/choices.ts'
import { readReason } from '../../counting/reason.ts'
import { isRefusal, refuse, type Refusal } from '../../wire.ts'

export interface EstimateBallot {
  value: number
  reason?: string
  /** In real time: this person's first estimate, if the last one is another. */
  first?: number
  /** From the second round on: this person's estimate of the round before, where their phone still knows it. */
  before?: number
}

/** Of one thing, or of several statements by their ids. */
export type AnyEstimate = EstimateBallot | Record<string, EstimateBallot>

interface Scale {
  min: number
  max: number
}

/** True for estimates of several statements. */
export function isSeveral(ballot: AnyEstimate): ballot is Record<string, EstimateBallot> {
  return typeof (ballot as EstimateBallot).value !== 'number'
}

/** What a phone sent, by what the paper asks: one estimate, or some of its statements; or why it cannot stand. */
export function readEstimates(
  paper: Scale & { options: readonly { id: string }[] },
  choice: unknown,
): AnyEstimate | Refusal {
  if (paper.options.every(({ id }) => id === 'estimate')) return readEstimate(paper, choice)
  return checkEach(paper.options, choice, (value) =>
    value === null ? undefined : readEstimate(paper, value),
  )
}

/** The estimate with its trimmed argument, or why it cannot stand. */
function readEstimate(scale: Scale, choice: unknown): EstimateBallot | Refusal {
  if (typeof choice !== 'object' || choice === null) return refuse('bad-request')
  const {
    value: given,
    reason: written,
    first: begun = given,
    before: last,
  } = choice as Record<string, unknown>
  if (typeof given !== 'number' || typeof begun !== 'number') return refuse('bad-request')
  const [value, first] = [hundredths(given), hundredths(begun)]
  const fits = (estimate: number) => estimate >= scale.min && estimate <= scale.max
  if (!fits(value) || !fits(first)) return refuse('bad-request')
  if (last !== undefined && (typeof last !== 'number' || !fits(hundredths(last))))
    return refuse('bad-request')
  const reason = readReason(written)
  if (isRefusal(reason)) return reason
  return {
    value,
    ...(reason === '' ? {} : { reason }),
    ...(first === value ? {} : { first }),
    ...(last === undefined ? {} : { before: hundredths(last) }),
  }
}

/** Two decimals are enough for an estimate, and there is no negative zero. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
