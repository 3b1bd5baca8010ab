// When an estimate may be given in. Pure. Called by Estimate, Estimates and their field.
import type { EstimateBallot } from '../../shared/activities/delphi/ballot.ts'
import type { DelphiResult } from '../../shared/activities/delphi/panel.ts'

/** Below the first quarter or above the third one. */
export function isOutside(estimate: number, { q1, q3 }: DelphiResult): boolean {
  return q1 !== null && q3 !== null && (estimate < q1 || estimate > q3)
}

/** On the scale, and with its argument where the round before leaves it outside. */
export function mayStand(
  { value, reason = '' }: EstimateBallot,
  { min, max }: { min: number; max: number },
  before: DelphiResult | undefined,
): boolean {
  return value >= min && value <= max && (reason.trim() !== '' || !(before && isOutside(value, before)))
}
