// Where scores lie on the axis of a row. Called by Wall.svelte and Spread.svelte.

/** A mean on the axis of `levels` equal cells that begins at `min`, in percent: a whole score is the middle of its cell. */
export function meanPlace(mean: number, min: number, levels: number): number {
  return (100 * (mean - min + 0.5)) / levels
}
