// Messages: ICU texts by key, one catalogue a language. Called by faces, reports and start-up lines.
// Pages get their texts parsed by the build (client/build/messages.ts), so that no phone loads the parser.
import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../wire.ts'

export type Params = Record<string, string | number>
/**
 * Gives the text of a key in one language. An unknown key is shown as itself, so a gap is seen and nothing breaks.
 * Declared as a method, so that a translator of known keys fits a part that takes any.
 */
export type Translate<Key extends string = string> = { say(key: Key, params?: Params): string }['say']
/** One activity's messages; both languages hold the same keys. */
export type Messages = Record<Language, Record<string, string>>

/** A translator over several catalogues of one language; later ones win. */
export function createTranslate<Key extends string = string>(
  language: Language,
  ...catalogues: Record<string, string>[]
): Translate<Key> {
  const texts: Record<string, string> = Object.assign({}, ...catalogues)
  const formats = new Map<string, IntlMessageFormat>()
  return (key, params) => {
    const text = texts[key]
    if (text === undefined) return key
    if (isPlain(text)) return text
    let format = formats.get(key)
    if (!format) {
      format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
      formats.set(key, format)
    }
    // Our fonts have no narrow no-break space: the ordinary one is written instead.
    return String(format.format(params)).replaceAll('\u202f', '\u00a0')
  }
}

/** A text without arguments or quoting is its own translation. */
export function isPlain(text: unknown): boolean {
  return typeof text === 'string' && !/[{}']/.test(text)
}
