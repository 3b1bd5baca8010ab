// The words of a note that say what it is about, brought back to their stems. Called by similar.ts.
import { LANGUAGES } from '../../shared/languages.ts'
import type { Language } from '../../shared/wire.ts'

interface Rules {
  stem(word: string): string
  empty: ReadonlySet<string>
}

/** A language that the libraries do not know: words as they are, none of them empty. */
const NONE: Rules = { stem: (word) => word, empty: new Set() }
const RULES = new Map(await Promise.all(LANGUAGES.map(async (one) => [one, await rulesOf(one)] as const)))

/** Words of two letters and fewer carry nothing here. */
const SHORTEST = 3

/** Words without accents and capitals: notes are typed on phones. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[’'`]/g, ' ').toLowerCase()
}

/** Stem by word, in the order of the text; a word that comes twice is there twice. */
export function termsOf(text: string, language: Language): { word: string; stem: string }[] {
  const { stem, empty } = RULES.get(language) ?? NONE
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
    .filter((word) => word.length >= SHORTEST && !empty.has(plain(word)))
    .map((word) => ({ word, stem: plain(stem(word)) }))
}

/** The libraries go by the English names of languages. */
async function rulesOf(language: Language): Promise<Rules> {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language)?.toLowerCase()
  try {
    const [{ stemmer }, { stopwords }] = await Promise.all([
      import(/* @vite-ignore */ `@orama/stemmers/${name}`) as Promise<{ stemmer: Rules['stem'] }>,
      import(/* @vite-ignore */ `@orama/stopwords/${name}`) as Promise<{ stopwords: string[] }>,
    ])
    return { stem: stemmer, empty: new Set(stopwords.map(plain)) }
  } catch {
    return NONE
  }
}
