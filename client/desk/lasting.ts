// Boards that last as long as the workshop, beside those of its activities: what was decided, what is put aside for later.
// Called by desk.svelte.ts, which holds them, and by the menu of a note.
import { generateKeyBetween } from 'fractional-indexing'
import { boardName } from '../../shared/ids.ts'
import type { Note } from '../../shared/board/note.ts'
import { Doc } from '../lib/doc.svelte.ts'
import { newId } from '../lib/id.ts'
import type { Desk } from './desk.svelte.ts'

/** Opens one of them. */
export function openLasting(code: string, token: string, name: 'decisions' | 'parking'): Doc {
  return new Doc({ code, token, name: boardName(name), keep: false, trusted: true })
}

/** An order key behind all that lie on a board. */
export function behindAll(notes: readonly Note[]): string {
  try {
    return generateKeyBetween(notes.at(-1)?.order || null, null)
  } catch {
    return generateKeyBetween(null, null)
  }
}

/** Puts a note of the board aside: a copy is kept for later, the note itself is hidden, and both can be taken back. */
export function park(desk: Desk, note: Note): void {
  const { parking, table } = desk
  const id = newId()
  const from = desk.session.now?.activity
  const fields = from ? { fields: { from, note: note.id } } : {}
  parking.add({ id, text: note.text, tone: note.tone, order: behindAll(parking.notes), ...fields })
  table?.hide(note.id, true)
  const back = () => (parking.remove(id), table?.hide(note.id, false))
  desk.toasts.show(desk.t('parking.said'), { label: desk.t('undo'), run: back })
}

/** Puts what was put aside on the board in play: the note it was, where that is still there, else a new one. */
export function unpark(desk: Desk, parked: Note): void {
  const { parking, table } = desk
  if (!table?.writable) return
  const { from, note } = parked.fields ?? {}
  const own = from === table.activity && typeof note === 'string' && table.note(note) ? note : null
  const id = own ?? newId()
  if (own === null)
    table.doc.transact(() =>
      table.doc.add({ id, text: parked.text, tone: parked.tone, order: behindAll(table.notes) }),
    )
  else table.hide(own, false)
  parking.remove(parked.id)
  const back = () => {
    parking.add(parked)
    if (own === null) table.remove(id)
    else table.hide(own, true)
  }
  desk.toasts.show(desk.t('parking.back.said'), { label: desk.t('undo'), run: back })
}
