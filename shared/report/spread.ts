// Points moved apart so that none hides another. Called by the planes of screens and of documents.

interface Place {
  x: number
  y: number
}

const ROUNDS = 60

/**
 * Moves places apart until each two are `gap` from one another, or as far as that goes in a box of `width` and `height`
 * with a free `edge`. The same places always move the same way: two on one spot part along an angle given by their order.
 */
export function spread<P extends Place>(
  places: readonly P[],
  { width, height, edge, gap }: { width: number; height: number; edge: number; gap: number },
): P[] {
  const kept = (value: number, most: number) => Math.min(Math.max(value, edge), most - edge)
  let moved = places.map((place) => ({ ...place, x: kept(place.x, width), y: kept(place.y, height) }))
  for (let round = 0; round < ROUNDS; round++) {
    const pushes = moved.map((place, i) => pushOn(place, i, moved, gap))
    if (pushes.every(({ x, y }) => Math.abs(x) + Math.abs(y) < 0.5)) break
    moved = moved.map((place, i) => ({
      ...place,
      x: kept(place.x + pushes[i]!.x, width),
      y: kept(place.y + pushes[i]!.y, height),
    }))
  }
  return moved
}

/** Half of what is missing to `gap` from each neighbour that is too near. */
function pushOn(place: Place, i: number, all: readonly Place[], gap: number): Place {
  const push = { x: 0, y: 0 }
  all.forEach((other, j) => {
    if (i === j) return
    const [dx, dy] = [place.x - other.x, place.y - other.y]
    const distance = Math.hypot(dx, dy)
    if (distance >= gap) return
    const angle = distance < 0.01 ? angleOf(i, j) : Math.atan2(dy, dx)
    push.x += (Math.cos(angle) * (gap - distance)) / 2
    push.y += (Math.sin(angle) * (gap - distance)) / 2
  })
  return push
}

/** Opposite for the two of a pair, and another one for each pair. */
function angleOf(i: number, j: number): number {
  const turn = Math.min(i, j) * 2.4 + Math.max(i, j)
  return i < j ? turn : turn + Math.PI
}
