// Where a language is spoken as far as dates and figures go. Called by pages and by the report.
import type { Language } from '../wire.ts'

/** The locale of a language: English dates as in "2 December", all others as at home. */
export function placeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}

/** The country that word processors want beside the language: `GB`, `DE`; the language's own where it has several. */
export function regionOf(language: Language): string {
  return new Intl.Locale(placeOf(language)).maximize().region ?? ''
}
