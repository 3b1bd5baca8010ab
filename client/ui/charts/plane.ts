// What is drawn on a plane of two axes. Called by Plane.svelte and the faces.
// Places are in pixels of the drawing, from its upper left corner.

export interface PlanePoint {
  id: string
  /** Said on the point; an empty one is a small dot. */
  mark: string
  /** From 0, the left end, to 1; likewise upwards. */
  x: number
  y: number
  /** Width and height of the spread around it, on the same scale; 0 for none. */
  spreadX: number
  spreadY: number
  /** On too few opinions: drawn hollow. */
  faint: boolean
}

/** A place from 0 to 1 on an axis from `min` to `max`. */
export function onAxis(value: number, min: number, max: number): number {
  return max > min ? (value - min) / (max - min) : 0
}

/** The four areas around the cut, from 0 to 1 and from the upper left corner on: upper left, upper right, lower left, lower right. */
export function cornersOf({ x, y }: { x: number; y: number }) {
  return [
    { x: 0, y: 0, width: x, height: 1 - y },
    { x, y: 0, width: 1 - x, height: 1 - y },
    { x: 0, y: 1 - y, width: x, height: y },
    { x, y: 1 - y, width: 1 - x, height: y },
  ]
}

/** A share from 0 to 1 as a length in CSS. */
export function percent(share: number): string {
  return `${100 * share}%`
}
