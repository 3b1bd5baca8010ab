// Where a dragged or moved note goes, as changes to the document: parents and fractional order keys.
// Called by tabletop.svelte.ts, for the hand (drag) and for the menu alike; pure.
import { generateNKeysBetween } from 'fractional-indexing'
import { byOrder, type Note } from '../../shared/board/note.ts'
import { LIMITS } from '../../shared/limits.ts'

/** What lies on the board: all its notes, and the ids of its zones. */
export interface Ground {
  notes: readonly Note[]
  zones: ReadonlySet<string>
}

export interface Change {
  id: string
  under?: string | null
  order?: string
}

/** A place in a list of siblings (`before` one of them, else last), or the inside of a note, which makes a group of it. */
export type Place = { parent: string | null; before?: string | null } | { into: string }

/** Changes that put `id` there; none where it would lie inside itself. */
export function moveTo(ground: Ground, id: string, place: Place): Change[] {
  const note = ground.notes.find((other) => other.id === id)
  if (!note) return []
  if ('into' in place) return stack(ground, note, place.into)
  if (place.parent !== null && isInside(ground.notes, place.parent, id)) return []
  const siblings = childrenOf(ground, place.parent).filter((other) => other.id !== id)
  const found = place.before ? siblings.findIndex((other) => other.id === place.before) : -1
  const at = found === -1 ? siblings.length : found
  return [...under(note, place.parent), ...orderAt(siblings, note, at)]
}

/** Notes that lie directly under this parent, in order. */
export function childrenOf(ground: Ground, parent: string | null): Note[] {
  const known = new Set([...ground.zones, ...ground.notes.map((note) => note.id)])
  const home = ({ under }: Note) => (under !== undefined && known.has(under) ? under : null)
  return ground.notes.filter((note) => home(note) === parent).sort(byOrder)
}

/** What this note lies under; a parent that is neither a note nor a zone any more is none. */
export function parentOf({ notes, zones }: Ground, { under }: Note): string | null {
  if (under === undefined) return null
  return zones.has(under) || notes.some((note) => note.id === under) ? under : null
}

/** True for a note that was made as the title of a group. */
export function isGroupTitle(note: Note): boolean {
  return note.fields?.['group'] === 1
}

/** An order key behind all children of this parent. */
export function lastOrder(ground: Ground, parent: string | null): string {
  const last = childrenOf(ground, parent).at(-1)
  return keyBetween(last?.order ?? null, null) ?? 'zz'
}

/** True when `id` is `ancestor` or lies somewhere below it. */
export function isInside(notes: readonly Note[], id: string, ancestor: string): boolean {
  const parents = new Map(notes.map((note) => [note.id, note.under]))
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === ancestor) return true
    seen.add(at)
  }
  return false
}

/** Note on note: both become one stack. What lay under the dropped note comes along, so that stacks stay flat. */
function stack(ground: Ground, note: Note, target: string): Change[] {
  if (isInside(ground.notes, target, note.id)) return []
  const family = isGroupTitle(note) ? [note] : [note, ...childrenOf(ground, note.id)]
  return family.flatMap((each) => under(each, target))
}

function under(note: Note, parent: string | null): Change[] {
  return (note.under ?? null) === parent ? [] : [{ id: note.id, under: parent }]
}

/** A key between the neighbours; where theirs are foreign, equal or used up, all siblings get new ones. */
function orderAt(siblings: readonly Note[], note: Note, at: number): Change[] {
  const key = keyBetween(siblings[at - 1]?.order ?? null, siblings[at]?.order ?? null)
  if (key !== null) return [{ id: note.id, order: key }]
  const all = [...siblings.slice(0, at), note, ...siblings.slice(at)]
  const keys = generateNKeysBetween(null, null, all.length)
  return all.map((each, i) => ({ id: each.id, order: keys[i]! }))
}

function keyBetween(before: string | null, after: string | null): string | null {
  if (before !== null && after !== null && before >= after) return null
  try {
    const key = generateNKeysBetween(before, after, 1)[0]!
    return key.length <= LIMITS.order ? key : null
  } catch {
    return null
  }
}
