// Which of the sheets that lie on each other can be seen at all: what is covered need not be painted. Called by PaintedNotes.svelte; pure.

/** In pixels of the picture; `solid` where nothing shines through. */
export interface Box {
  left: number
  top: number
  wide: number
  high: number
  solid: boolean
}

/** Side of the squares that are looked at one by one (pixels). */
const CELL = 16

/** Those that show, of boxes of which the last lies on top; the topmost first. What shows by less than a square may be kept. */
export function inSight<T extends Box>(boxes: readonly T[], width: number, height: number): T[] {
  const [across, down] = [Math.ceil(width / CELL), Math.ceil(height / CELL)]
  const covered = new Uint8Array(across * down)
  return boxes.toReversed().filter(({ left, top, wide, high, solid }) => {
    const [right, bottom] = [left + wide, top + high]
    let shows = false
    for (let y = Math.max(0, Math.floor(top / CELL)); y < Math.min(down, bottom / CELL); y++)
      for (let x = Math.max(0, Math.floor(left / CELL)); x < Math.min(across, right / CELL); x++) {
        const cell = y * across + x
        shows ||= covered[cell] === 0
        const whole =
          x * CELL >= left && (x + 1) * CELL <= right && y * CELL >= top && (y + 1) * CELL <= bottom
        if (solid && whole) covered[cell] = 1
      }
    return shows
  })
}
