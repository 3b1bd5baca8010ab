// The text that people speak about while the floor is given, where the exercise has one. Called by the floors of phones and walls.
import type { Translate } from '../../../shared/i18n/translate.ts'
import type { OptionEntry } from '../../../shared/voting.ts'
import type { Snapshot } from '../../../shared/wire.ts'

/** An exercise that has these words shows what it puts to the vote under them. */
const TITLE = 'floor.text'

/** Its title and its points; null where people speak about no text. */
export function spokenText(
  { preview, poll }: Pick<Snapshot, 'preview' | 'poll'>,
  t: Translate,
): { title: string; points: OptionEntry[] } | null {
  const title = t(TITLE)
  const points = preview ?? poll?.paper.options ?? []
  return title === TITLE || points.length === 0 ? null : { title, points }
}
