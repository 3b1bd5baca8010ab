// The words of a note that say what it is about, brought back to their stems. Called by similar.ts.
import { LANGUAGES } from '../../shared/languages.ts'
import type { Language } from '../../shared/wire.ts'

/** Words that say how much, when or that something is wanted, and never of what a note speaks. */
const VAGUE: Partial<Record<Language, string>> = {
  fr: `plus trop très bien mieux moins assez peu beaucoup vite encore toujours jamais souvent aussi
    faire fait faites avoir être pouvoir pourrait pourraient peut peuvent falloir faut faudrait devoir doit doivent
    créer mettre mise vouloir veut voulons aimer aimerais permettre avancer essayer commencer tomber
    nouveau nouvelle nouveaux nouvelles vrai vraie vrais vraies petit petite petits petites grand grande grands grandes
    tout tous toute toutes ensemble entre plusieurs chaque sans après avant contre pendant autre autres même quelque quelques
    manque manquent manquer besoin besoins chose choses gens personne personnes façon
    attendre essai essais ailleurs près part partie automne hiver printemps
    soir soirs soirée matin jour jours semaine semaines week end mois ans année années heure heures fois long longs longtemps court courts courte courtes`,
  en: `more most very too less much many lot enough good better best really also always never often again
    make made do does doing done need needs needed want wants would could should must get have having give try start let
    new real small big great together between among several each every other others same without after before against during
    people person everybody someone thing things way ways
    day days week weeks weekend evening evenings morning year years month months hour hours time times long short`,
}

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
    const vague = (VAGUE[language] ?? '').split(/\s+/)
    return { stem: stemmer, empty: new Set([...stopwords, ...vague].map(plain)) }
  } catch {
    return NONE
  }
}
