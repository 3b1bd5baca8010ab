// Cards with further lines beside their text: what is asked, and the table of it in the report.
// Called by zone-board.ts and the activities with such cards.
import { cardLine } from '../board/card.ts'
import { columnsOf } from '../board/columns.ts'
import type { Note } from '../board/note.ts'
import { below } from '../board/tree.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Block } from '../report/blocks.ts'
import type { Field, Zone } from './activity.ts'

/** Longest line of a card, in UTF-16 units. */
const FIELD = 160

/**
 * Further lines of a card by their keys, in words: `field.<key>`; `months` are written as 2027-03, and one that has
 * `choices` is one of them: `choice.<id>`.
 */
export function fieldsOf(
  keys: readonly string[],
  t: Translate,
  months: readonly string[] = [],
  choices: Readonly<Record<string, readonly string[]>> = {},
): Field[] {
  return keys.map((key) => ({
    key,
    label: t(`field.${key}`),
    most: FIELD,
    ...(months.includes(key) ? { type: 'month' as const } : {}),
    ...(choices[key]
      ? { type: 'choice' as const, choices: choices[key].map((id) => t(`choice.${id}`)) }
      : {}),
  }))
}

/** The cards with their lines, place by place; nothing where nobody filled one in, and no line that nobody filled in. */
export function cardTable(
  notes: readonly Note[],
  zones: readonly Zone[],
  lines: readonly Field[],
  t: Translate,
): Block[] {
  const fields = lines.filter(({ key }) => notes.some((note) => cardLine(note, key) !== ''))
  const filled = notes.filter((note) => fields.some(({ key }) => cardLine(note, key) !== ''))
  if (filled.length === 0) return []
  const rows = columnsOf(notes, zones).flatMap(({ title, branches }) =>
    branches
      .flatMap((branch) => [branch.note, ...below(branch)])
      .filter((note) => filled.includes(note))
      .map((note) => [title ?? t('otherNotes'), note.text, ...fields.map(({ key }) => cardLine(note, key))]),
  )
  const head = [t('table.zone'), t('table.card'), ...fields.map(({ label }) => label)]
  return [{ type: 'table', title: t('table.cards'), head, rows }]
}
