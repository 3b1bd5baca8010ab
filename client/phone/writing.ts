// What a writing step asks for, read from the activity's layout and settings, and the draft that survives a reload. Pure but for storage.
// Called by Pad.svelte and its parts.
import { generateKeyBetween } from 'fractional-indexing'
import type { Layout } from '../../shared/activities/activity.ts'
import type { Note, Tone } from '../../shared/board/note.ts'
import { LIMITS } from '../../shared/limits.ts'

export interface NoteKind {
  tone: Tone
  label?: string
}

export interface Writing {
  kinds: NoteKind[]
  /** Columns of the board, as zones that a note may lie under. */
  columns: { id: string; label: string }[]
  noteLength: number
  moderated: boolean
}

export interface Draft {
  text: string
  tone: Tone
  under: string | null
}

/** What the layout offers, else the settings; plain defaults where neither says anything of writing. */
export function writingOf(settings: Record<string, unknown>, layout?: Layout): Writing {
  const { columns, noteLength, moderated } = settings
  const kinds = layout?.kinds ?? settings['kinds']
  return {
    kinds: Array.isArray(kinds) && kinds.length > 0 ? (kinds as NoteKind[]) : [{ tone: 'craie' }],
    columns: layout?.zones ?? (Array.isArray(columns) ? columns.map(columnOf) : []),
    noteLength: typeof noteLength === 'number' ? noteLength : LIMITS.note,
    moderated: moderated === true,
  }
}

function columnOf(label: unknown, i: number): { id: string; label: string } {
  return { id: `col-${i + 1}`, label: String(label) }
}

/** The note that a draft becomes; it comes after all others of the sheet. */
export function noteFrom(draft: Draft, id: string, notes: readonly Note[]) {
  const last = notes.at(-1)?.order || null
  const { tone, under } = draft
  const note = { id, text: draft.text.trim(), tone, order: orderAfter(last) }
  return under === null ? note : { ...note, under }
}

/** Where a note of this phone stands between the thumb and the server's disk. */
export type NoteState = 'in' | 'sending' | 'kept' | 'tooLong'

export function stateOf(
  note: Note,
  sheet: { unsaved: ReadonlySet<string>; status: string },
  noteLength: number,
): NoteState {
  if (note.text.length > noteLength) return 'tooLong'
  if (!sheet.unsaved.has(note.id)) return 'in'
  return sheet.status === 'live' ? 'sending' : 'kept'
}

function orderAfter(last: string | null): string {
  try {
    return generateKeyBetween(last, null)
  } catch {
    return generateKeyBetween(null, null)
  }
}
