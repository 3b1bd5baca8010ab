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

/** Where the name of a corner stands in its area. */
export interface Side {
  right: boolean
  bottom: boolean
}

/**
 * Each corner's name stands at the outer corner of its area; where a point would cover it, at another one. All in pixels
 * of the drawing: `box` of the plane, `points` with their reach, `letter` the width of a letter, `line` the height of a name.
 */
export function nameSides(
  cut: { x: number; y: number },
  names: readonly string[],
  points: readonly { x: number; y: number }[],
  {
    width,
    height,
    reach,
    letter,
    line,
  }: { width: number; height: number; reach: number; letter: number; line: number },
): Side[] {
  return cornersOf(cut).map((area, i) => {
    const long = Math.min((names[i] ?? '').length * letter, area.width * width)
    const [left, top] = [area.x * width, area.y * height]
    const covered = ({ right, bottom }: Side) => {
      const x = right ? left + area.width * width - long : left
      const y = bottom ? top + area.height * height - line : top
      return points.some(
        (point) =>
          point.x > x - reach &&
          point.x < x + long + reach &&
          point.y > y - reach &&
          point.y < y + line + reach,
      )
    }
    const usual = { right: i % 2 === 1, bottom: i > 1 }
    const ways = [
      usual,
      { ...usual, right: !usual.right },
      { ...usual, bottom: !usual.bottom },
      { right: !usual.right, bottom: !usual.bottom },
    ]
    return ways.find((way) => !covered(way)) ?? usual
  })
}
