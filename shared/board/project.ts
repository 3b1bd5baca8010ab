// Projection as a pure function: what pads say and what lies on the board, to the edits that bring the board up to date.
// Called by server/docs/projection.ts inside one board transaction; repeating it changes nothing.
import { generateKeyBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { LIMITS } from '../limits.ts'
import { isDraft } from './card.ts'
import {
  addNote,
  noteMap,
  notesOf,
  readNote,
  spliceText,
  unsigned,
  type Note,
  type NoteSeed,
  type Point,
} from './note.ts'

/** One writer's pad as plain values; `gone` are ids that once lay on it and were taken away by its author. */
export interface Sheet {
  writer: string
  notes: readonly Note[]
  gone?: readonly string[]
}

export type Fields = Record<string, string | number>

export type Edit =
  | { do: 'add'; note: NoteSeed }
  | { do: 'text'; id: string; text: string }
  | { do: 'tone'; id: string; tone: Note['tone'] }
  | { do: 'fields'; id: string; fields: Fields }
  | { do: 'remove'; id: string }

export interface ProjectInput {
  pads: readonly Sheet[]
  /** Everything that lies on the board, hidden notes included. */
  board: readonly Note[]
  /** The same by their ids, where somebody has it already. */
  byId?: ReadonlyMap<string, Note>
  /** True for a note that once lay on the board and was taken away (S14). */
  removed(id: string): boolean
  /** The id on the board of a note on a pad; it must not tell the pad. */
  idOf(writer: string, note: string): string
  /** The first name that is shown on a writer's notes, where the activity says so. */
  nameOf?: ((writer: string) => string | undefined) | undefined
  /** Notes that the board may hold. */
  most: number
  /** Longest text, in UTF-16 units. */
  noteLength: number
  /** In `moderated` nothing is added: approval adds one note at a time. */
  mode: 'live' | 'moderated'
  /** Where the i-th note of the board is laid down. */
  place(i: number): Point
}

/**
 * The edits that bring the board up to date with these pads. The author owns text, colour and fields; place, parent,
 * order and hiding belong to the desk and are never touched again. A note that the desk rewrote (`own`) is left alone.
 */
export function project(input: ProjectInput): Edit[] {
  const board = input.byId ?? new Map(input.board.map((note) => [note.id, note]))
  const wanted = wantedNotes(input, board)
  const updates = wanted.flatMap((note) => changes(board.get(note.id), note, input.noteLength))
  const removals = withdrawals(input, board)
  const additions = input.mode === 'live' ? newNotes(input, wanted, board, removals.length) : []
  return [...updates, ...removals, ...additions]
}

/** True where a note is fit to be shown: neither blank nor too long, nor a draft that nobody took up. */
export function isShowable(note: Pick<Note, 'text' | 'fields'>, noteLength: number): boolean {
  return note.text.length <= noteLength && note.text.trim() !== '' && !isDraft(note)
}

/** Carries out edits on a board. Call inside a transaction. */
export function applyEdits(doc: Y.Doc, edits: readonly Edit[]): void {
  for (const edit of edits) {
    if (edit.do === 'add') addNote(doc, edit.note)
    else if (edit.do === 'remove') notesOf(doc).delete(edit.id)
    else applyChange(noteMap(doc, edit.id), edit)
  }
}

/** Makes a board hold these notes and no others, as they are. Call inside a transaction. */
export function mirror(doc: Y.Doc, wanted: readonly Note[]): void {
  const ids = new Set(wanted.map(({ id }) => id))
  for (const id of [...notesOf(doc).keys()]) if (!ids.has(id)) notesOf(doc).delete(id)
  for (const note of wanted) {
    const now = readNote(note.id, notesOf(doc).get(note.id))
    if (!now) addNote(doc, note)
    else applyEdits(doc, changes(now, note, LIMITS.note))
  }
}

function applyChange(note: Y.Map<unknown> | null, edit: Exclude<Edit, { do: 'add' | 'remove' }>): void {
  if (!note) return
  if (edit.do === 'tone') return void note.set('tone', edit.tone)
  if (edit.do === 'text') {
    const text = note.get('text')
    if (text instanceof Y.Text) spliceText(text, edit.text)
    return
  }
  const fields = note.get('fields')
  if (!(fields instanceof Y.Map)) return void note.set('fields', new Y.Map(Object.entries(edit.fields)))
  for (const [key, value] of Object.entries(edit.fields)) fields.set(key, value)
}

/**
 * Notes of the pads under their board ids, sorted by them, so that neither pads nor their order show through. What plainly
 * lies on the board as it is wanted is left out: of fifty notes on a pad, one has changed.
 */
function wantedNotes({ pads, idOf, nameOf }: ProjectInput, board: ReadonlyMap<string, Note>): Note[] {
  return pads
    .flatMap(({ writer, notes }) => {
      const by = nameOf?.(writer)
      const shown = notes.slice(0, LIMITS.notesPerPad)
      const boardId = (note: string) => (shown.some(({ id }) => id === note) ? idOf(writer, note) : undefined)
      return shown.flatMap((note) => {
        const id = idOf(writer, note.id)
        return by === undefined && isThere(board.get(id), note) ? [] : signed(renamed(note, id, boardId), by)
      })
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function isThere(now: Note | undefined, { text, tone, fields }: Note): boolean {
  return now !== undefined && (now.own === true || (text === now.text && tone === now.tone && !fields))
}

/** Nobody signs with another's name: what a pad says of it is not read. Nor does a board tell whose draft a note was. */
function signed(note: Note, by: string | undefined): Note {
  const bare = undrafted(unsigned(note))
  return by === undefined ? bare : { ...bare, fields: { ...bare.fields, by } }
}

function undrafted(note: Note): Note {
  const { draft, ...fields } = note.fields ?? {}
  if (draft !== '') return note
  const { fields: _all, ...rest } = note
  return Object.keys(fields).length > 0 ? { ...rest, fields } : rest
}

/** A parent on the same pad is named by its board id too; zones and notes of the board are as they are. */
function renamed(note: Note, id: string, boardId: (note: string) => string | undefined): Note {
  const copy = { ...note, id }
  if (note.under !== undefined) copy.under = boardId(note.under) ?? note.under
  return copy
}

/** A text that grew too long stays on the board as it last was. */
function changes(now: Note | undefined, wanted: Note, noteLength: number): Edit[] {
  if (!now || now.own) return []
  const { id, text, tone } = wanted
  const edits: Edit[] = []
  if (text !== now.text && text.length <= noteLength) edits.push({ do: 'text', id, text })
  if (tone !== now.tone) edits.push({ do: 'tone', id, tone })
  const fields = Object.entries(wanted.fields ?? {}).filter(([key, value]) => now.fields?.[key] !== value)
  if (fields.length > 0) edits.push({ do: 'fields', id, fields: Object.fromEntries(fields) })
  return edits
}

/** Notes taken off their pad leave the board, unless the desk made them its own or others lie under them. */
function withdrawals({ pads, idOf }: ProjectInput, board: ReadonlyMap<string, Note>): Edit[] {
  const gone = pads.flatMap(({ writer, gone = [] }) => gone.map((note) => idOf(writer, note)))
  const leaving = gone.filter((id) => board.has(id) && !board.get(id)!.own)
  if (leaving.length === 0) return []
  const above = new Map<string, number>()
  const count = (under: string | undefined, step: number) =>
    under === undefined ? 0 : above.set(under, (above.get(under) ?? 0) + step)
  for (const note of board.values()) count(note.under, 1)
  const left = new Set(leaving)
  const taken: string[] = []
  // A parent can leave once its last child has: go up from every note that leaves.
  const take = (id: string) => {
    for (let at: string | undefined = id; at !== undefined && left.has(at) && !above.get(at);) {
      left.delete(at)
      taken.push(at)
      const under: string | undefined = board.get(at)!.under
      count(under, -1)
      at = under
    }
  }
  leaving.forEach(take)
  return taken.sort().map((id) => ({ do: 'remove', id }))
}

function newNotes(
  { board: lying, removed, most, noteLength, place }: ProjectInput,
  wanted: readonly Note[],
  board: ReadonlyMap<string, Note>,
  leaving: number,
): Edit[] {
  const free = Math.max(0, most - (board.size - leaving))
  const fresh = wanted.filter(
    (note) => !board.has(note.id) && isShowable(note, noteLength) && !removed(note.id),
  )
  let order = lastOrder(lying)
  return fresh.slice(0, free).map((note, i) => {
    order = generateKeyBetween(order, null)
    const seed: NoteSeed = {
      id: note.id,
      text: note.text,
      tone: note.tone,
      at: place(board.size + i),
      order,
    }
    if (note.under !== undefined) seed.under = note.under
    if (note.fields) seed.fields = note.fields
    return { do: 'add', note: seed }
  })
}

/** The highest key from which others can be made; orders are opaque, and a desk may have written any string. */
function lastOrder(notes: readonly Note[]): string | null {
  // Notes come sorted, so the first from the end is the highest.
  return notes.findLast(({ order }) => isKey(order))?.order ?? null
}

function isKey(order: string): boolean {
  if (order.length > LIMITS.order - 8) return false
  try {
    return generateKeyBetween(order, null) > order
  } catch {
    return false
  }
}
