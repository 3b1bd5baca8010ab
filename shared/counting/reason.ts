// A reason written beside a choice. Called where ballots that may carry one are read.
import { LIMITS } from '../limits.ts'
import { fewMarks } from '../marks.ts'
import { refuse, type Refusal } from '../wire.ts'

/** The reason without space around it, '' where there is none, or why it cannot stand. */
export function readReason(written: unknown = ''): string | Refusal {
  if (typeof written !== 'string') return refuse('bad-request')
  const reason = fewMarks(written.trim())
  return reason.length > LIMITS.note ? refuse('too-long', { most: LIMITS.note }) : reason
}
