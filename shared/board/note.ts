// The note, the only thing that lies on a document, and the only reader and writers of it.
// Called by projection, faces, reports; foreign content is clipped and typed here, never thrown on.
import * as Y from 'yjs'
import { isId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { fewMarks } from '../marks.ts'

/** The six papers; each comes with its glyph (design, section 5). */
export const TONES = ['soleil', 'ciel', 'menthe', 'corail', 'lilas', 'craie'] as const
export type Tone = (typeof TONES)[number]
/** Both from 0 to 1 over the activity's own layout. */
export type Point = [x: number, y: number]

export interface Note {
  id: string
  text: string
  tone: Tone
  at: Point
  /** The note this one belongs to: a group, a column, a wheel's branch. */
  under?: string
  /** Fractional key: siblings sort by it, then by id. */
  order: string
  hidden?: true
  /** The desk has rewritten the text: its author's pad no longer changes it. */
  own?: true
  fields?: Record<string, string | number>
  links?: Record<string, string>
}

/** What is needed to write a note; place and order have defaults. */
export type NoteSeed = Partial<Note> & { id: string; text: string }

/** Key of a document's root `meta`: how often it had to be repaired. */
export const REPAIRED = 'repaired'

/** The root map of a board or a pad: note id -> note. */
export function notesOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('notes')
}

/** All well-formed notes of a document, hidden ones included, sorted by order then id. Never throws. */
export function readNotes(doc: Y.Doc): Note[] {
  const notes: Note[] = []
  for (const [id, value] of notesOf(doc).entries()) {
    const note = readNote(id, value)
    if (note) notes.push(note)
  }
  return notes.sort(byOrder)
}

/** One note, or null where the id or the shape is foreign. */
export function readNote(id: string, value: unknown): Note | null {
  if (!isId(id) || !(value instanceof Y.Map)) return null
  const text = value.get('text')
  if (!(text instanceof Y.Text)) return null
  const under = value.get('under')
  const order = value.get('order')
  const note: Note = {
    id,
    text: fewMarks(text.toString().slice(0, LIMITS.note)),
    tone: readTone(value.get('tone')),
    at: readPoint(value.get('at')),
    order: typeof order === 'string' ? order.slice(0, LIMITS.order) : '',
  }
  if (isId(under) && under !== id) note.under = under
  if (value.get('hidden') === true) note.hidden = true
  if (value.get('own') === true) note.own = true
  const fields = readRecord(value.get('fields'), LIMITS.fields, isField)
  if (fields) note.fields = fields
  const links = readRecord(value.get('links'), LIMITS.links, (label) => typeof label === 'string')
  if (links) note.links = links as Record<string, string>
  return note
}

/** Writes a whole new note. Call inside a transaction. */
export function addNote(doc: Y.Doc, seed: NoteSeed): void {
  const note = new Y.Map<unknown>()
  note.set('text', new Y.Text(seed.text))
  note.set('tone', seed.tone ?? 'craie')
  note.set('at', seed.at ?? [0.5, 0.5])
  note.set('order', seed.order ?? '')
  if (seed.under !== undefined) note.set('under', seed.under)
  if (seed.hidden) note.set('hidden', true)
  if (seed.fields) note.set('fields', new Y.Map(Object.entries(seed.fields)))
  if (seed.links) note.set('links', new Y.Map(Object.entries(seed.links)))
  notesOf(doc).set(seed.id, note)
}

/** Merges further lines into those of a note. Call inside a transaction. */
export function setFields(note: Y.Map<unknown>, fields: Record<string, string | number>): void {
  const now = mapIn(note, 'fields')
  for (const [key, value] of Object.entries(fields)) now.set(key, value)
}

/** Ties a note to another one under this label; null unties them. Call inside a transaction. */
export function setLink(note: Y.Map<unknown>, to: string, label: string | null): void {
  if (label !== null) mapIn(note, 'links').set(to, label)
  else if (note.get('links') instanceof Y.Map) mapIn(note, 'links').delete(to)
}

/** A deletion alone leaves no trace in a state vector; a word written beside it does, so that "stored" can be known. */
export function leaveTrace(note: Y.Map<unknown>): void {
  const tone = note.get('tone')
  note.set('tone', typeof tone === 'string' ? tone : 'craie')
}

/** The map of this key, made where there is none. */
function mapIn(note: Y.Map<unknown>, key: 'fields' | 'links'): Y.Map<unknown> {
  const now = note.get(key)
  if (now instanceof Y.Map) return now
  const fresh = new Y.Map<unknown>()
  note.set(key, fresh)
  return fresh
}

/** The note without the first name that its step shows on the wall. */
export function unsigned(note: Note): Note {
  if (note.fields?.['by'] === undefined) return note
  const { fields, ...rest } = note
  const { by: _name, ...others } = fields!
  return Object.keys(others).length > 0 ? { ...rest, fields: others } : rest
}

/** The map of an existing note, or null. */
export function noteMap(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  const value = notesOf(doc).get(id)
  return value instanceof Y.Map ? value : null
}

/** True where the document once held this note and somebody took it away: it must not come back (S14). */
export function wasRemoved(doc: Y.Doc, id: string): boolean {
  return notesOf(doc)._map.get(id)?.deleted === true
}

/** Changes a text by the smallest splice, so that two hands in one note merge. */
export function spliceText(text: Y.Text, next: string): void {
  const now = text.toString()
  if (now === next) return
  let start = 0
  while (start < now.length && start < next.length && now[start] === next[start]) start++
  let end = 0
  while (end < now.length - start && end < next.length - start && now.at(-1 - end) === next.at(-1 - end))
    end++
  ;[start, end] = wholePairs(now, next, start, end)
  if (now.length - end > start) text.delete(start, now.length - end - start)
  if (next.length - end > start) text.insert(start, next.slice(start, next.length - end))
}

/** Siblings in reading order: their fractional key, then their id. */
export function byOrder(a: Note, b: Note): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** A surrogate pair is one character for people: a splice never cuts through it. */
function wholePairs(now: string, next: string, start: number, end: number): [number, number] {
  const high = (code: number) => code >= 0xd800 && code <= 0xdbff
  const low = (code: number) => code >= 0xdc00 && code <= 0xdfff
  if (start > 0 && high(now.charCodeAt(start - 1))) start--
  if (end > 0 && (low(now.charCodeAt(now.length - end)) || low(next.charCodeAt(next.length - end)))) end--
  return [start, end]
}

function readTone(value: unknown): Tone {
  return TONES.find((tone) => tone === value) ?? 'craie'
}

function readPoint(value: unknown): Point {
  if (!Array.isArray(value) || value.length !== 2) return [0.5, 0.5]
  const [x, y] = value.map((part) => (Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 0.5))
  return [x!, y!]
}

function isField(value: unknown): value is string | number {
  return typeof value === 'string' ? value.length <= LIMITS.note : Number.isFinite(value)
}

function readRecord(
  value: unknown,
  most: number,
  ok: (value: unknown) => boolean,
): Record<string, string | number> | null {
  if (!(value instanceof Y.Map)) return null
  const entries = [...value.entries()]
    .filter(([key, item]) => isId(key) && ok(item))
    .slice(0, most)
    .map(([key, item]) => [key, typeof item === 'string' ? fewMarks(item) : item])
  return entries.length ? (Object.fromEntries(entries) as Record<string, string | number>) : null
}
