// The document as an update finds it, plus what the update has laid on it so far: where every id lies.
// Called by guard.ts; reads doc.store directly and changes nothing.
import * as Y from 'yjs'
import type { Id, Struct } from './guard-decode.ts'
import { rootPlace, within } from './guard-shape.ts'
import type { Place, Sort } from './guard-shape.ts'

/** Where an item lies: in `parent` (a root name or the id of a type), under `key` or, with null, in its sequence. */
export interface Spot {
  parent: string
  key: string | null
  /** null: nothing may lie there. */
  place: Place | null
  /** The container, where the document already has it. */
  type: Y.AbstractType<unknown> | null
}

/** `dead`: beside or below something that was collected; yjs turns such an item into a GC. */
export type Found = Spot | 'dead'

export interface Ground {
  /** The next clock of a client in the document, before this update. */
  known(client: number): number
  /** The next clock of a client with what was laid so far. */
  reach(client: number): number
  /** Where this struct will lie, worked out as yjs does. Everything it names must be reached. */
  find(struct: Struct): Found
  /** Where the item with this id lies. */
  findId(id: Id): Found
  /** The new struct of this update that holds this id; null where the document has it. */
  laidAt(id: Id): { id: Id; length: number } | null
  /** Takes the struct as applied. */
  lay(struct: Struct, found: Found): void
}

interface Laid {
  id: Id
  length: number
  struct: Struct
  found: Found
}

type Type = Y.AbstractType<unknown>

/** The ground for one update on this document. */
export function createGround(doc: Y.Doc, sort: Sort): Ground {
  const laid = new Map<number, Laid[]>()

  const known = (client: number) => Y.getState(doc.store, client)
  const reach = (client: number) => {
    const last = laid.get(client)?.at(-1)
    return last ? last.id.clock + last.length : known(client)
  }
  const laidAt = (id: Id) => (id.clock < known(id.client) ? null : at(laid.get(id.client)!, id.clock))

  function findId(id: Id): Found {
    const fresh = laidAt(id)
    if (fresh) return fresh.found
    const item = storedAt(doc, id)
    if (!(item instanceof Y.Item)) return 'dead'
    return spotIn(item.parent as Type, item.parentSub)
  }

  function spotIn(type: Type, key: string | null): Spot {
    const parent = type._item ? nameOf(type._item.id) : Y.findRootTypeKey(type)
    return { parent, key, place: placeOf(type, sort), type }
  }

  /** A type is named by the id of its item. */
  function findInside(id: Id, key: string | null): Found {
    const fresh = laidAt(id)
    if (fresh) return insideLaid(fresh, key)
    const item = storedAt(doc, id)
    if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) return 'dead'
    if (item.content instanceof Y.ContentType) return spotIn(item.content.type, key)
    return nowhere(key)
  }

  function find(struct: Struct): Found {
    const left = struct.origin && findId(struct.origin)
    const right = struct.right && findId(struct.right)
    if (left === 'dead' || right === 'dead') return 'dead'
    if (left && right && !sameLane(left, right)) return nowhere(left.key)
    if (left || right) return (left ?? right)!
    if (struct.parent) return findInside(struct.parent, struct.key)
    const root = struct.root!
    return {
      parent: root,
      key: struct.key,
      place: rootPlace(sort, root),
      type: (doc.share.get(root) as Type | undefined) ?? null,
    }
  }

  function lay(struct: Struct, found: Found): void {
    const clock = reach(struct.id.client)
    const length = struct.id.clock + struct.length - clock
    const entry = { id: { client: struct.id.client, clock }, length, struct, found }
    const list = laid.get(struct.id.client)
    if (list) list.push(entry)
    else laid.set(struct.id.client, [entry])
  }

  return { known, reach, find, findId, laidAt, lay }
}

/** The struct of the document that holds this known id. */
export function storedAt(doc: Y.Doc, id: Id): Y.Item | Y.GC {
  return at(doc.store.clients.get(id.client)!, id.clock)
}

/** Index of the struct that holds `clock` in a gapless list. The last one is the likely one. */
export function indexAt(list: readonly { id: Id; length: number }[], clock: number): number {
  let low = 0
  let high = list.length - 1
  if (list[high]!.id.clock <= clock) return high
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (list[middle]!.id.clock <= clock) low = middle
    else high = middle - 1
  }
  return low
}

/** Two items can be neighbours only in the same sequence, or under the same key. */
export function sameLane(a: Spot, b: Spot): boolean {
  return a.parent === b.parent && a.key === b.key
}

/** An id as text, unique in its document. */
export function nameOf(id: Id): string {
  return `${id.client}:${id.clock}`
}

function at<T extends { id: Id; length: number }>(list: readonly T[], clock: number): T {
  return list[indexAt(list, clock)]!
}

function insideLaid(laid: Laid, key: string | null): Found {
  const { struct, found } = laid
  if (found === 'dead' || !struct.content || struct.content.kind === 'deleted') return 'dead'
  if (struct.content.kind !== 'type') return nowhere(key)
  const place = within(found.place, found.key, struct.content.ref)
  return { parent: nameOf(laid.id), key, place, type: null }
}

function nowhere(key: string | null): Spot {
  return { parent: '', key, place: null, type: null }
}

/** Walks up to the root, three steps on a board, and names the places on the way down. */
function placeOf(type: Type, sort: Sort): Place | null {
  const item = type._item
  if (!item) return rootPlace(sort, Y.findRootTypeKey(type))
  return within(placeOf(item.parent as Type, sort), item.parentSub, refOf(type))
}

/** The number by which yjs writes this type; anything but these three is never ours. */
function refOf(type: Type): number {
  if (type instanceof Y.Array) return 0
  if (type instanceof Y.Map) return 1
  return type instanceof Y.Text ? 2 : -1
}
