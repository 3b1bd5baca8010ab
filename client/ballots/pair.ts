// A duel of two options, whichever side they stand on. Called by Pairs.svelte.

export type Pair = [a: string, b: string]

/** True where both name the same two options. */
export function isSame(
  one: readonly [string, string, ...unknown[]],
  other: readonly [string, string, ...unknown[]],
): boolean {
  const [[a, b], [c, d]] = [one, other]
  return (a === c && b === d) || (a === d && b === c)
}
