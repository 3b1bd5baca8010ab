// What a writing step asks for, read from the activity's layout, settings and step, and the draft that survives a reload.
// Called by Pad.svelte and its parts. Pure.
import { generateKeyBetween } from 'fractional-indexing'
import type { Field, Layout, Zone } from '../../shared/activities/activity.ts'
import { namedZones } from '../../shared/board/columns.ts'
import type { Note, NoteSeed, Tone } from '../../shared/board/note.ts'
import { atDepth } from '../../shared/board/tree.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { NowView } from '../../shared/wire.ts'

export interface NoteKind {
  tone: Tone
  label?: string
}

/** Where a note may be put: a place of the board, or a note that it follows from. */
export interface Column {
  id: string
  label: string
  /** It holds as many as it should. */
  full?: boolean
}

export interface Writing {
  kinds: NoteKind[]
  /** Places offered; in a tree, the notes that a new one may follow from. */
  columns: Column[]
  /** board: a place or none. must: one of these places, once it is chosen. step: one of them, the first by itself. parent: one of these notes. */
  choice: 'board' | 'must' | 'step' | 'parent'
  /** Everything goes here, nobody is asked. */
  fixed: string | null
  /** Every place there is, to say where a note lies. */
  places: Column[]
  /** What lies in places that are not offered stands as it was written. */
  locks: boolean
  fields: Field[]
  /** Every line that a card here may have. */
  lines: Field[]
  noteLength: number
  moderated: boolean
}

export interface Draft {
  text: string
  tone: Tone
  under: string | null
  fields: Record<string, string>
}

type Asked = Pick<NowView, 'settings' | 'layout' | 'asks'>

/** What the layout offers and the step asks for, else the settings; plain defaults where none says anything of writing. */
export function writingOf({ settings, layout, asks }: Asked, board: readonly Note[] = []): Writing {
  const { noteLength, moderated } = settings
  const kinds = layout?.kinds ?? settings['kinds']
  const { zones, fields, order = 0, must } = asks ?? {}
  const parent = layout?.tree === true && order > 1
  const places = placesOf(settings, layout, board).filter(({ desk }) => !desk)
  const asked = zones ? zones.flatMap((id) => places.find((place) => place.id === id) ?? []) : places
  return {
    kinds: Array.isArray(kinds) && kinds.length > 0 ? (kinds as NoteKind[]) : [{ tone: 'craie' }],
    columns: parent ? parentsOf(board, order - 1, layout.maxChildren) : asked,
    choice: parent ? 'parent' : zones ? 'step' : must ? 'must' : 'board',
    fixed: !parent && zones?.length === 1 ? zones[0]! : null,
    places,
    locks: asks?.locks === true,
    lines: layout?.fields ?? [],
    fields: (layout?.fields ?? []).filter(({ key }) => !fields || fields.includes(key)),
    noteLength: typeof noteLength === 'number' ? noteLength : LIMITS.note,
    moderated: moderated === true,
  }
}

function columnOf(label: unknown, i: number): Column {
  return { id: `col-${i + 1}`, label: String(label) }
}

/** The places of the board; one that a note of the board names has that name. */
export function placesOf(
  { columns }: Record<string, unknown>,
  layout: Layout | undefined,
  board: readonly Note[],
): Zone[] {
  const zones = layout?.zones ?? (Array.isArray(columns) ? columns.map(columnOf) : [])
  return namedZones(zones, board)
}

function parentsOf(board: readonly Note[], order: number, most = Infinity): Column[] {
  return atDepth(board, order).map(({ note, children }) => ({
    id: note.id,
    label: note.text,
    ...(children.length >= most ? { full: true } : {}),
  }))
}

/** True for a note that stands as it was written, since the step is about another place. */
export function isStanding({ columns, locks }: Pick<Writing, 'columns' | 'locks'>, note: Note): boolean {
  return locks && !columns.some(({ id }) => id === note.under)
}

/** The note that a draft becomes; it comes after all others of the sheet. */
export function noteFrom(draft: Draft, id: string, notes: readonly Note[]): NoteSeed {
  const last = notes.at(-1)?.order || null
  const { tone, under } = draft
  const fields = filled(draft.fields)
  return {
    id,
    text: draft.text.trim(),
    tone,
    order: orderAfter(last),
    ...(under === null ? {} : { under }),
    ...(fields ? { fields } : {}),
  }
}

/** The lines of a card that hold something; undefined where none does. */
export function filled(fields: Record<string, string> = {}): Record<string, string> | undefined {
  const entries = Object.entries(fields).flatMap(([key, value]) =>
    value.trim() ? [[key, value.trim()]] : [],
  )
  return entries.length > 0 ? (Object.fromEntries(entries) as Record<string, string>) : undefined
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

/** What a card says as one sentence made of its lines, where the step has one: the lines are then all that is written. */
export type Sentence = ((fields: Record<string, string>) => string) | null

/** By the message `sentence.<step>` of the activity; null where it has none. */
export function sentenceOf(step: string, t: Translate): Sentence {
  const key = `sentence.${step}`
  return t(key, {}) === key ? null : (fields) => t(key, filled(fields) ?? {})
}
