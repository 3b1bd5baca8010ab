// Moves boxes apart until none covers another, each as near to its own place as that goes. Called by drawing.ts.
// The same boxes always move the same way; lengths are in one unit.

export interface Rect {
  /** Its middle. */
  x: number
  y: number
  width: number
  height: number
}

const ROUNDS = 400
const HOME = 0.04

/** Boxes at rest in an area of `width` by `height`, `gap` from one another and from `fixed`, which stays where it is. */
export function apart<R extends Rect>(
  rects: readonly R[],
  fixed: Rect,
  area: { width: number; height: number },
  gap: number,
): R[] {
  const now = rects.map((rect) => ({ ...rect }))
  for (let round = 0; round < ROUNDS; round++) {
    const home = round < ROUNDS * 0.7 ? HOME : 0
    now.forEach((rect, i) => {
      rect.x += (rects[i]!.x - rect.x) * home
      rect.y += (rects[i]!.y - rect.y) * home
    })
    for (let i = 0; i < now.length; i++) {
      push(now[i]!, fixed, gap, 1)
      for (let j = i + 1; j < now.length; j++) {
        const moved = push(now[i]!, now[j]!, gap, 0.5)
        now[j]!.x -= moved.x
        now[j]!.y -= moved.y
      }
      keep(now[i]!, area)
    }
  }
  return now
}

/** True where two of the boxes, or one and the fixed one, cover each other by more than a hair. */
export function anyOverlap(rects: readonly Rect[], fixed: Rect): boolean {
  const HAIR = 2
  return rects.some((a, i) =>
    [fixed, ...rects.slice(i + 1)].some((b) => Math.min(...depths(a, b, -HAIR)) > 0),
  )
}

/** How far they reach into each other, both ways; negative where there is air between. */
function depths(a: Rect, b: Rect, gap: number): [number, number] {
  return [
    (a.width + b.width) / 2 + gap - Math.abs(a.x - b.x),
    (a.height + b.height) / 2 + gap - Math.abs(a.y - b.y),
  ]
}

/** Moves `a` by `part` of the shorter way out of `b`; gives how far. */
function push(a: Rect, b: Rect, gap: number, part: number): { x: number; y: number } {
  const [dx, dy] = depths(a, b, gap)
  if (dx <= 0 || dy <= 0) return { x: 0, y: 0 }
  const x = dx < dy * 1.6 ? (a.x >= b.x ? dx : -dx) * part : 0
  const y = x === 0 ? (a.y >= b.y ? dy : -dy) * part : 0
  a.x += x
  a.y += y
  return { x, y }
}

function keep(rect: Rect, { width, height }: { width: number; height: number }): void {
  rect.x = Math.min(Math.max(rect.x, rect.width / 2), width - rect.width / 2)
  rect.y = Math.min(Math.max(rect.y, rect.height / 2), height - rect.height / 2)
}
