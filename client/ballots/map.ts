// The opinion map as a drawing: outlines of groups and one's own place in one frame. Pure. Called by OpinionMap.svelte.
import type { Point } from '../../shared/activities/opinion-groups/axes.ts'

export interface Frame {
  /** Of an SVG, y downwards. */
  viewBox: string
  /** The shorter side, to measure strokes and letters by. */
  size: number
}

/** The smallest frame with a margin that holds all points. */
export function frameOf(points: readonly Point[]): Frame {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => -y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
  const margin = Math.max(width, height, 1) / 6
  const box = [left - margin, top - margin, width + 2 * margin, height + 2 * margin]
  return {
    viewBox: box.map((value) => value.toFixed(3)).join(' '),
    size: Math.max(width, height, 1) + 2 * margin,
  }
}

/** The outline as a path; one corner is a dot, two are a line. */
export function outline(hull: readonly Point[]): string {
  return `M${hull.map(([x, y]) => `${x} ${-y}`).join('L')}Z`
}

/** The middle of the corners. */
export function middleOf(hull: readonly Point[]): Point {
  const sum = hull.reduce<Point>(([x, y], [dx, dy]) => [x + dx, y + dy], [0, 0])
  return [sum[0] / hull.length, sum[1] / hull.length]
}
