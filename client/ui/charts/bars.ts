// Where a bar begins and how long it is, in percent of the drawing's width. Called by Bars.svelte.

export interface Span {
  least: number
  most: number
  /** Where zero lies, in percent; 0 where nothing is below it. */
  zero: number
}

export interface Bar {
  start: number
  width: number
  /** Where the value lies. */
  end: number
  below: boolean
}

/** The stretch that all values need. With a whole it ends there; zero is always on it. */
export function spanOf(values: readonly number[], whole?: number): Span {
  const least = Math.min(0, ...values)
  const most = whole ?? Math.max(0, ...values)
  const length = most - least
  return { least, most, zero: length > 0 ? (100 * (0 - least)) / length : 0 }
}

/** A bar from zero to its value. */
export function barOf(value: number, { least, most, zero }: Span): Bar {
  const length = most - least
  const end = length > 0 ? (100 * (value - least)) / length : 0
  return { start: Math.min(zero, end), width: Math.abs(end - zero), end, below: value < 0 }
}
