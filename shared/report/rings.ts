// A tree as rings around its root: every branch has the part of the circle that its leaves need. Called by board-picture.ts.
import type { Branch } from '../board/tree.ts'

/** Pixels from the middle of a card to the middle of the next one on its ring, and from ring to ring. */
const BESIDE = 250
const BETWEEN = 280
/** A wider wheel than this is read better as columns. */
const WIDEST = 2600

/** Places of all notes around (0, 0), where the root lies; null where the rings would be too wide to be read. */
export function layRings(root: Branch): Map<string, [x: number, y: number]> | null {
  const spots: { id: string; depth: number; angle: number }[] = []
  turn(root, 0, 0, 2 * Math.PI, spots)
  const places = new Map<string, [number, number]>([[root.note.id, [0, 0]]])
  let radius = 0
  for (let depth = 1; spots.some((spot) => spot.depth === depth); depth++) {
    const ring = spots.filter((spot) => spot.depth === depth)
    radius = Math.max(
      radius + BETWEEN,
      BESIDE / (2 * Math.sin(narrowest(ring.map(({ angle }) => angle)) / 2)),
    )
    if (radius > WIDEST) return null
    for (const { id, angle } of ring) places.set(id, [radius * Math.sin(angle), -radius * Math.cos(angle)])
  }
  return places
}

type Spots = { id: string; depth: number; angle: number }[]

function turn({ note, children }: Branch, depth: number, from: number, to: number, spots: Spots): void {
  if (depth > 0) spots.push({ id: note.id, depth, angle: (from + to) / 2 })
  const all = children.reduce((sum, child) => sum + leavesOf(child), 0)
  let start = from
  for (const child of children) {
    const end = start + ((to - from) * leavesOf(child)) / all
    turn(child, depth + 1, start, end, spots)
    start = end
  }
}

function leavesOf({ children }: Branch): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0)
}

/** The smallest angle between two neighbours of a ring, at most half a turn. */
function narrowest(angles: number[]): number {
  const sorted = [...angles].sort((a, b) => a - b)
  const gaps = sorted.map((angle, i) => (sorted[i + 1] ?? sorted[0]! + 2 * Math.PI) - angle)
  return Math.min(Math.PI, ...gaps)
}
