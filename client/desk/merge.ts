// One text out of two notes. Called by tabletop.svelte.ts and the merge dialog.

/** The second text under the first; a text that says the same again is not repeated. */
export function mergedText(first: string, second: string): string {
  const [a, b] = [first.trim(), second.trim()]
  if (b === '' || a.toLowerCase() === b.toLowerCase()) return a
  return a === '' ? b : `${a}\n${b}`
}
