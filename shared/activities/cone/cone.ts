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
