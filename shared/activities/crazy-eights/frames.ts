// Which of the eight frames the clock is at. Called by the faces of phone and wall.

export const FRAMES = 8

/**
 * The frame being written, from 1, and the milliseconds left for it; `left`: milliseconds left of the whole step,
 * `minutes`: for each frame. Time added goes to the first frame, and at the end the last one stays.
 */
export function frameAt(left: number, minutes: number): { frame: number; left: number } {
  const each = minutes * 60_000
  const later = Math.max(0, Math.min(FRAMES, Math.ceil(left / each)) - 1)
  return { frame: FRAMES - later, left: Math.max(0, left - later * each) }
}
