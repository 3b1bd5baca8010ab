// The words of a note that say what it is about, brought back to their stems. Called by similar.ts.
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stopwords as common } from '@orama/stopwords/english'
import { stopwords as courants } from '@orama/stopwords/french'
import type { Language } from '../../shared/wire.ts'

const STEM: Record<Language, (word: string) => string> = { fr: french, en: english }

/** Words of two letters and fewer carry nothing here. */
const SHORTEST = 3

/** Words without accents and capitals: notes are typed on phones. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[’'`]/g, ' ').toLowerCase()
}

/** Stem by word, in the order of the text; a word that comes twice is there twice. */
export function termsOf(text: string, language: Language): { word: string; stem: string }[] {
  const empty = emptyWords(language)
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
    .filter((word) => word.length >= SHORTEST && !empty.has(plain(word)))
    .map((word) => ({ word, stem: plain(STEM[language](word)) }))
}

function emptyWords(language: Language): Set<string> {
  return new Set((language === 'fr' ? courants : common).map(plain))
}
