// The views of a cross impact on the wall, and the letters of its hypotheses. Called by Wall.svelte and Look.svelte.

/** Words of `look`. */
export const VIEWS = ['scenarios', 'pairs'] as const
export function letterOf(i: number): string {
  return String.fromCharCode(65 + i)
}
