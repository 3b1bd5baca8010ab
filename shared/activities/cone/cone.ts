// The zones of the futures cone: how far from the axis an image of the future lies (Voros 2003, 2017).
// Called by the activity's report and by the worked examples. Coordinates in percent of the board.

export const CONE_ZONES = ['projected', 'probable', 'plausible', 'possible', 'preposterous'] as const
export type ConeZone = (typeof CONE_ZONES)[number] | 'outside'

/** Half the height of each zone where the cone ends. */
const HALF_HEIGHTS = [2, 12, 22, 33, 44]
const APEX = { x: 5, y: 50 }
const LENGTH = 90

/** The narrowest zone that holds the point; on its edge counts as within. */
export function coneZone([x, y]: readonly [number, number]): ConeZone {
  const along = x - APEX.x
  if (along < 0) return 'outside'
  const zone = HALF_HEIGHTS.findIndex((height) => Math.abs(y - APEX.y) * LENGTH <= height * along)
  return CONE_ZONES[zone] ?? 'outside'
}

/** Where the drawn cone ends, in percent of the board; its rows begin behind it. */
const MOUTH = 34

/** A zone as a path in percent of the drawing, its own half-heights at the mouth. */
export function conePath(zone: (typeof CONE_ZONES)[number]): string {
  const half = halfAt(CONE_ZONES.indexOf(zone))
  return `M${APEX.x - 4} ${APEX.y}L${MOUTH} ${APEX.y - half}Q${MOUTH + 2} ${APEX.y} ${MOUTH} ${APEX.y + half}Z`
}

/** From the upper edge of a zone to the row that tells its images; `box` in parts of the drawing. */
export function leaderPath(
  zone: string,
  [x, y, , height]: readonly [number, number, number, number],
): string {
  const i = CONE_ZONES.findIndex((one) => one === zone)
  const from = APEX.y - (halfAt(i) + halfAt(i - 1)) / 2
  const to = (y + height / 2) * 100
  return `M${MOUTH} ${from}C${MOUTH + 4} ${from} ${100 * x - 4} ${to} ${100 * x} ${to}`
}

function halfAt(zone: number): number {
  return HALF_HEIGHTS[zone] ?? 0
}
