// What the report of a board says of its links: which notes of one place meet which of another.
// Called by zone-board.ts.
import type { Note } from '../board/note.ts'
import { meetings } from '../board/ties.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Block } from '../report/blocks.ts'
import type { Layout, Zone } from './activity.ts'

/** One row for each two notes that meet, by what kind of meeting that is; nothing where none do. */
export function meetingTable(
  notes: readonly Note[],
  zones: readonly Zone[],
  meets: NonNullable<Layout['meets']>,
  t: Translate,
): Block[] {
  const rows = meetings(notes, zones, meets).map(({ pair, inner, outer }) => [
    t(`pair.${meets[pair]!.join('-')}`),
    inner.text,
    outer.text,
  ])
  const head = [t('table.pair'), t('inside'), t('outside')]
  return rows.length > 0 ? [{ type: 'table', title: t('tie.title'), head, rows }] : []
}
