// Messages: ICU texts by key, one catalogue a language. Called by faces, reports and start-up lines.
import type { Language } from '../wire.ts'
import { formatMessage, parseMessage, type Message } from './icu.ts'

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
  const parsed = new Map<string, Message>()
  return (key, params) => {
    const text = texts[key]
    if (text === undefined) return key
    let message = parsed.get(key)
    if (!message) parsed.set(key, (message = parseMessage(text)))
    return formatMessage(message, language, params)
  }
}
