// What may lie where in a document: keys, types and values by place. Pure tables of contract, section 4.
// Called by guard-ground.ts (places) and guard.ts (contents).
import { isId } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { Content } from './guard-decode.ts'

export type Sort = 'pad' | 'board' | 'plan'

/** A container of a document. `map` and `list` are the free ones of the plan, bounded by their depth. */
export interface Place {
  readonly kind: 'notes' | 'note' | 'fields' | 'links' | 'text' | 'meta' | 'map' | 'list'
  readonly depth: number
}

const ARRAY = 0
const MAP = 1
const TEXT = 2

const MOST_DEPTH = 6
const MOST_TONE = 32

/** The place that a root name is, or null where this sort of document has no such root. */
export function rootPlace(sort: Sort, name: string): Place | null {
  if (name === 'meta') return { kind: 'meta', depth: 0 }
  if (sort === 'plan') return name === 'plan' ? { kind: 'map', depth: 0 } : null
  return name === 'notes' ? { kind: 'notes', depth: 0 } : null
}

/** The place that a type with this yjs reference opens when it is put under `key`, or null where it may not. */
export function within(place: Place | null, key: string | null, ref: number): Place | null {
  if (!place) return null
  const depth = place.depth + 1
  if (place.kind === 'notes') return ref === MAP ? { kind: 'note', depth } : null
  if (place.kind === 'note') return withinNote(key, ref, depth)
  if (place.kind !== 'map' && place.kind !== 'list') return null
  if (depth > MOST_DEPTH) return null
  if (ref === MAP) return { kind: 'map', depth }
  if (ref === ARRAY) return { kind: 'list', depth }
  return ref === TEXT ? { kind: 'text', depth } : null
}

function withinNote(key: string | null, ref: number, depth: number): Place | null {
  if (key === 'text') return ref === TEXT ? { kind: 'text', depth } : null
  if (key === 'fields' || key === 'links') return ref === MAP ? { kind: key, depth } : null
  return null
}

/** True where a new item with this content may lie under this key of this place (key null: in its sequence). */
export function fits(sort: Sort, place: Place | null, key: string | null, content: Content): boolean {
  if (!place || !keyFits(sort, place, key)) return false
  if (content.kind === 'deleted') return true
  if (content.kind === 'string') return place.kind === 'text'
  if (content.kind === 'type') return within(place, key, content.ref) !== null
  // Overwritten values that an undo manager keeps are merged into one item: each is looked at, the last one counts.
  return content.values.every((value) => valueFits(place, key, value))
}

function keyFits(sort: Sort, place: Place, key: string | null): boolean {
  if (place.kind === 'text' || place.kind === 'list') return key === null
  if (key === null || !isId(key)) return false
  if (place.kind === 'meta') return key === 'v'
  if (place.kind === 'note') return isNoteKey(sort, key)
  return true
}

/** `hidden` and `own` are words of the desk; taking a removal back writes them again. */
function isNoteKey(sort: Sort, key: string): boolean {
  if (key === 'hidden' || key === 'own') return sort === 'board'
  return ['text', 'tone', 'at', 'order', 'under', 'fields', 'links'].includes(key)
}

function valueFits(place: Place, key: string | null, value: unknown): boolean {
  switch (place.kind) {
    case 'note':
      return noteValueFits(key, value)
    case 'meta':
      return value === 1
    case 'fields':
      return isText(value, LIMITS.note) || Number.isFinite(value)
    case 'links':
      return isText(value, LIMITS.note)
    case 'map':
    case 'list':
      return isScalar(value)
    default:
      return false
  }
}

function noteValueFits(key: string | null, value: unknown): boolean {
  switch (key) {
    case 'tone':
      return isText(value, MOST_TONE)
    case 'order':
      return isText(value, LIMITS.order)
    case 'under':
      return isId(value)
    case 'at':
      return Array.isArray(value) && value.length === 2 && value.every((part) => Number.isFinite(part))
    case 'hidden':
    case 'own':
      return value === true
    default:
      return false
  }
}

function isScalar(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'boolean' ||
    Number.isFinite(value) ||
    isText(value, LIMITS.privateNotes)
  )
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length <= most
}
