// The map of opinion groups as it is drawn: outlines scaled into a box, each with the place of its letter. Called by Wall.svelte and HullMap.svelte.
import type { Point } from './axes.ts'

export interface Drawn {
  /** Corners in pixels from the upper left corner of the box. */
  corners: Point[]
  /** Where its letter stands. */
  middle: Point
}

interface Box {
  width: number
  height: number
  /** Free on all sides. */
  edge: number
}

/** All outlines on one scale, the same along both axes, in the middle of the box. The second axis goes upwards. */
export function drawHulls(hulls: readonly (readonly Point[])[], { width, height, edge }: Box): Drawn[] {
  const all = hulls.flat()
  if (all.length === 0) return hulls.map(() => ({ corners: [], middle: [width / 2, height / 2] }))
  const [left, right, low, high] = [...stretch(all, 0), ...stretch(all, 1)] as [
    number,
    number,
    number,
    number,
  ]
  const scale = Math.min((width - 2 * edge) / (right - left || 1), (height - 2 * edge) / (high - low || 1))
  const place = ([x, y]: Point): Point => [
    width / 2 + (x - (left + right) / 2) * scale,
    height / 2 - (y - (low + high) / 2) * scale,
  ]
  return hulls.map((hull) => {
    const corners = hull.map(place)
    return { corners, middle: middleOf(corners) ?? [width / 2, height / 2] }
  })
}

function stretch(points: readonly Point[], axis: 0 | 1): [number, number] {
  const values = points.map((point) => point[axis])
  return [Math.min(...values), Math.max(...values)]
}

/** The middle of the corners: always inside a convex outline. */
function middleOf(corners: readonly Point[]): Point | null {
  if (corners.length === 0) return null
  const sum = corners.reduce<Point>(([x, y], corner) => [x + corner[0], y + corner[1]], [0, 0])
  return [sum[0] / corners.length, sum[1] / corners.length]
}

/** An outline as an SVG path; a single place is a dot that its round stroke makes visible. */
export function pathOf(corners: readonly Point[]): string {
  return corners.length === 0
    ? ''
    : `M${corners.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`
}
