// A refusal in words at the desk. Pure. Called by desk.svelte.ts.
import type { MessageKey } from '../../shared/i18n/keys.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import type { Refusal } from '../../shared/wire.ts'

/** The sentence of its code; where a poll may not open, what it lacks. */
export function whyNot({ code, params }: Refusal, t: Translate<MessageKey>): string {
  const reason = params?.['reason']
  return t((reason === undefined ? `refusal.${code}` : `barred.${reason}`) as MessageKey, params)
}
