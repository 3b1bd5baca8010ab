// Messages: ICU texts by key, one catalogue a language. Called by faces, reports and start-up lines.
// Pages get their texts parsed by the build (client/build/messages.ts), so that no phone loads the parser.
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Language } from '../wire.ts'
import { createFormat, type Params, type Tree } from './format.ts'

/**
 * Gives the text of a key in one language. An unknown key is shown as itself, so a gap is seen and nothing breaks.
 * Declared as a method, so that a translator of known keys fits a part that takes any.
 */
export type Translate<Key extends string = string> = { say(key: Key, params?: Params): string }['say']
/** Texts by key, in one language. */
export type Texts = Record<string, string>
/** The messages of a face or an exercise as they stand beside it; both languages hold the same keys. */
export type Messages = Record<'fr' | 'en', Texts>

/** How texts are read, here and in the build: tags are text like any other. */
export const PARSING = { ignoreTag: true, captureLocation: false }

/** A translator over several catalogues of one language; later ones win. */
export function createTranslate<Key extends string = string>(
  language: Language,
  ...catalogues: Texts[]
): Translate<Key> {
  const texts: Texts = Object.assign({}, ...catalogues)
  const trees = new Map<string, Tree>()
  const format = createFormat(language)
  return (key, params) => {
    const text: string | Tree | undefined = texts[key]
    if (text === undefined) return key
    if (isPlain(text)) return text as string
    const tree = trees.get(key) ?? (typeof text === 'string' ? parse(text, PARSING) : (text as Tree))
    trees.set(key, tree)
    // Our fonts have no narrow no-break space: the ordinary one is written instead.
    return format(tree, params).replaceAll('\u202f', '\u00a0')
  }
}

/** A text without arguments or quoting is its own translation. */
export function isPlain(text: unknown): boolean {
  return typeof text === 'string' && !/[{}']/.test(text)
}

/** True for an exercise in which people write notes: it has the texts of shared/i18n/writing as well as its own. */
export function isWritten({ fr }: Messages): boolean {
  return fr['setting.noteLength'] !== undefined
}
