// Words that ballots and results share. Pure. Called by the ballots.
import type { Translate } from '../../shared/i18n/translate.ts'
import type { OptionEntry } from '../../shared/voting.ts'

/** The text of a key that not every activity has; empty where it has none. */
export function wordsOf(t: Translate, key: string, params?: Record<string, string | number>): string {
  const text = t(key, params)
  return text === key ? '' : text
}

/** What an option says: choices that are the same everywhere (for, against ...) say it in the reader's language. */
export function labelOf({ id, label }: OptionEntry, t: Translate): string {
  return wordsOf(t, `choice.${id}`) || label
}

/** Where a proposal was placed, axis by axis. */
export function placeWords(
  place: { x: number; y: number },
  names: { x: string; y: string },
  t: Translate,
): string {
  return (['x', 'y'] as const)
    .map((axis) => t('ballot.axis', { axis: names[axis], value: place[axis] }))
    .join(', ')
}
