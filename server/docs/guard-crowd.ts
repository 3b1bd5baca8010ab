// Keeps an update from pinning the CPU: yjs compares an item with all its rivals for one position, so that many
// rivals cost their square. Called by guard.ts for untrusted writers; honest hands meet seldom and in small numbers.
import type * as Y from 'yjs'
import type { Id } from './guard-decode.ts'
import { nameOf, storedAt } from './guard-ground.ts'
import type { Ground, Spot } from './guard-ground.ts'

export interface Crowd {
  /** Places an item (its id and length, its neighbours as its writer saw them); false once the update is too dear. */
  enter(spot: Spot, item: { id: Id; length: number }, left: Id | null, right: Id | null): boolean
}

/** The id in the document (or the head of a lane) behind which a new item hangs, directly or by others. */
interface Anchor {
  name: string
  home: Y.Item | null
}

interface Entered {
  anchor: Anchor
  /** The first neighbour to the right that the document has: rivals lie before it. */
  right: Id | null
}

/** Up to 0.4 us each in yjs: at worst 8 ms an update. */
const MOST_STEPS = 20_000
/** A new item is looked at, and so are the pieces into which it has cut its two neighbours. */
const PIECES = 3

/** Follows one update. An item that fits exactly between its neighbours is free, any other costs its rivals. */
export function createCrowd(doc: Y.Doc, ground: Ground): Crowd {
  /** What now follows an id (null: nothing), where this update changed it. */
  const next = new Map<string, Id | null>()
  /** Ids behind which a rival was put: what follows them is not known here any more. */
  const contested = new Set<string>()
  const entered = new Map<string, Entered>()
  /** New items by anchor, and by the struct that holds the anchor. */
  const hanging = new Map<string | Y.Item, number>()
  let steps = 0

  const enteredAt = (id: Id | null) => {
    const laid = id && ground.laidAt(id)
    return laid ? entered.get(nameOf(laid.id)) : undefined
  }
  const weight = (at: string | Y.Item) => PIECES * (hanging.get(at) ?? 0)
  const hang = (at: string | Y.Item) => hanging.set(at, (hanging.get(at) ?? 0) + 1)

  function follower(spot: Spot, anchor: Anchor, left: Id | null): Id | null {
    const changed = next.get(left ? nameOf(left) : anchor.name)
    if (changed !== undefined) return changed
    if (!left) return first(spot)?.id ?? null
    const holder = ground.laidAt(left) ?? anchor.home!
    if (left.clock < holder.id.clock + holder.length - 1)
      return { client: left.client, clock: left.clock + 1 }
    return anchor.home!.right?.id ?? null
  }

  const end = (right: Id | null) => {
    const entry = enteredAt(right)
    return entry ? entry.right : right
  }

  /** At most so many items are compared at this position: all up to the right neighbour. */
  function rivals(spot: Spot, anchor: Anchor, left: Id | null, right: Id | null): number {
    const { home, name } = anchor
    const inside = home && left!.clock < home.id.clock + home.length - 1
    let count = 1 + weight(name)
    for (let item = inside ? home : home ? home.right : first(spot); item; item = item.right) {
      if (holds(item, right) && !(item === home && right!.clock <= left!.clock)) break
      count += 1 + weight(item)
      if (count > MOST_STEPS) break
    }
    return count
  }

  return {
    enter(spot, item, left, right) {
      const before = enteredAt(left)
      const from = left ? nameOf(left) : `${spot.parent} ${spot.key ?? ''}`
      const anchor = before?.anchor ?? { name: from, home: left && (storedAt(doc, left) as Y.Item) }
      if (contested.has(from) || !same(follower(spot, anchor, left), right)) {
        contested.add(from)
        steps += before ? 1 + weight(anchor.name) : rivals(spot, anchor, left, end(right))
      }
      hang(anchor.name)
      if (anchor.home) hang(anchor.home)
      if (right) hang(enteredAt(right)?.anchor.name ?? (storedAt(doc, right) as Y.Item))
      entered.set(nameOf(item.id), { anchor, right: end(right) })
      next.set(from, item.id)
      next.set(nameOf({ client: item.id.client, clock: item.id.clock + item.length - 1 }), right)
      return steps <= MOST_STEPS
    },
  }
}

function first(spot: Spot): Y.Item | null {
  if (!spot.type) return null
  if (spot.key === null) return spot.type._start
  let item = spot.type._map.get(spot.key) ?? null
  while (item?.left) item = item.left
  return item
}

function holds(item: Y.Item | Y.GC, id: Id | null): boolean {
  if (!id || id.client !== item.id.client) return false
  return id.clock >= item.id.clock && id.clock < item.id.clock + item.length
}

function same(a: Id | null, b: Id | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)
}
