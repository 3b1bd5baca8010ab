// Where new notes are laid on a board: evenly, each one into a gap. Called by projection.ts.
import type { Point } from '../../shared/board/note.ts'

/** Part of the board that stays free along its edges. */
const MARGIN = 0.08

/** The place of the i-th note: the R2 sequence (M. Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018). */
export function scatter(i: number): Point {
  const spread = (step: number) => MARGIN + (1 - 2 * MARGIN) * ((0.5 + i * step) % 1)
  return [spread(0.7548776662466927), spread(0.5698402909980532)]
}
