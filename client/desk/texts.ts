// Texts of notes: looking for a word, and making one text of two. Called by tabletop.svelte.ts and the note pickers.

/** True where the text holds what is looked for; case and accents do not matter, and nothing wanted is in every text. */
export function contains(text: string, wanted: string): boolean {
  return plain(text).includes(plain(wanted))
}

/** The second text under the first; a text that says the same again is not repeated. */
export function mergedText(first: string, second: string): string {
  const [a, b] = [first.trim(), second.trim()]
  if (b === '' || plain(a) === plain(b)) return a
  return a === '' ? b : `${a}\n${b}`
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\u00AD]/gu, '')
    .toLowerCase()
    .trim()
}
