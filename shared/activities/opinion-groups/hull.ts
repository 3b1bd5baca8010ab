// The outline of a group on the map. Called by count.ts.
// Source: A. M. Andrew, Information Processing Letters 9 (1979), the monotone chain.
import type { Point } from './axes.ts'

/** Corners of the convex hull, counter-clockwise from the leftmost; one or two where all points lie on one place or line. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const distinct = sorted.filter((point, i) => i === 0 || !same(point, sorted[i - 1]!))
  if (distinct.length < 3) return distinct
  return [...chain(distinct).slice(0, -1), ...chain(distinct.toReversed()).slice(0, -1)]
}

function chain(points: readonly Point[]): Point[] {
  const corners: Point[] = []
  for (const point of points) {
    while (corners.length >= 2 && turn(corners.at(-2)!, corners.at(-1)!, point) <= 0) corners.pop()
    corners.push(point)
  }
  return corners
}

/** Above zero for a turn to the left. */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

function same(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
