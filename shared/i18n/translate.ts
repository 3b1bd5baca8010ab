// Messages: ICU texts by key, one catalogue a language. Called by faces, reports and start-up lines.
import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../wire.ts'

export type Params = Record<string, string | number>
/** Gives the text of a key in one language. An unknown key is shown as itself, so a gap is seen and nothing breaks. */
export type Translate<Key extends string = string> = (key: Key, params?: Params) => string
/** One activity's messages; both languages hold the same keys. */
export type Messages = Record<Language, Record<string, string>>

/** A translator over several catalogues of one language; later ones win. */
export function createTranslate<Key extends string = string>(
  language: Language,
  ...catalogues: Record<string, string>[]
): Translate<Key> {
  const texts: Record<string, string> = Object.assign({}, ...catalogues)
  const compiled = new Map<string, IntlMessageFormat>()
  return (key, params) => {
    const text = texts[key]
    if (text === undefined) return key
    let format = compiled.get(key)
    if (!format)
      compiled.set(key, (format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })))
    // Neither of our fonts has the narrow no-break space that French numbers come with.
    return String(format.format(params)).replaceAll('\u202f', '\u00a0')
  }
}
