// The language of a face: its messages, and dates, hours and numbers as they are written there.
// Made by pages with createI18n(), found by parts with useI18n().
import { createContext, untrack } from 'svelte'
import { place } from 'virtual:texts'
import type { MessageKey } from '../../shared/i18n/keys.ts'
import { placeOf } from '../../shared/i18n/place.ts'
import { createTranslate, type Translate } from '../../shared/i18n/translate.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import type { Language } from '../../shared/wire.ts'
import { lazy } from './lazy.ts'

export type Face = 'home' | 'phone' | 'desk' | 'wall' | 'report' | 'tour' | 'admin'
type Catalogue = Record<string, string>

export class I18n {
  #face: Face
  #language: Language = $state('fr')
  #texts: Catalogue = $state.raw({})
  /** Texts of the activities that were asked for, in the language shown. */
  #own: Record<string, Catalogue> = $state.raw({})
  #t: Translate<MessageKey> = $derived(createTranslate(this.#language, this.#texts))

  constructor(face: Face) {
    this.#face = face
  }

  get language(): Language {
    return this.#language
  }

  get t(): Translate<MessageKey> {
    return this.#t
  }

  /** Loads the language first and shows it then, so that no screen is half in each. */
  async set(language: Language): Promise<void> {
    const kinds = Object.keys(this.#own)
    const [texts, ...own] = await Promise.all([this.#face, ...kinds].map((name) => load(name, language)))
    this.#texts = texts!
    this.#own = Object.fromEntries(kinds.map((kind, i) => [kind, own[i]!]))
    this.#language = language
    if (typeof document !== 'undefined') document.documentElement.lang = language
  }

  /** Makes the messages of an activity, or of a part that few see, ready for of(). */
  async load(kind: string): Promise<void> {
    const [language, known] = untrack(() => [this.#language, this.#own[kind]])
    if (known) return
    const texts = await load(kind, language)
    this.#own = { ...this.#own, [kind]: texts }
    if (language !== this.#language) await this.set(this.#language)
  }

  /** The own messages of an activity or a part over the face's and the common ones. */
  of(kind: string): Translate {
    return createTranslate(this.#language, this.#texts, this.#own[kind] ?? {})
  }

  /** `18 h 32`, `6:32 PM`, `18:32`. */
  time(date: Date | string): string {
    const at = new Date(date)
    if (this.#language === 'fr')
      return `${at.getHours()}\u00a0h\u00a0${String(at.getMinutes()).padStart(2, '0')}`
    const place = this.#language === 'en' ? 'en-US' : this.#language
    return plain(at.toLocaleTimeString(place, { hour: 'numeric', minute: '2-digit' }))
  }

  /** `2 décembre 2026`, `2 December 2026`. */
  date(date: Date | string): string {
    const options = { day: 'numeric', month: 'long', year: 'numeric' } as const
    const written = plain(new Date(date).toLocaleDateString(placeOf(this.#language), options))
    return this.#language === 'fr' ? written.replace(/^1 /, '1er ') : written
  }

  /** A length: `8 min`, `1 h 30`. */
  minutes(n: number): string {
    const whole = Math.round(n)
    if (whole < 60) return `${whole}\u00a0min`
    const rest = whole % 60
    const hours = `${Math.floor(whole / 60)}\u00a0h`
    return rest === 0 ? hours : `${hours}\u00a0${String(rest).padStart(2, '0')}`
  }

  number(n: number): string {
    return plain(n.toLocaleString(placeOf(this.#language)))
  }
}

/** A face's messages, loaded; `language` becomes the page's. */
export async function createI18n(face: Face, language: Language): Promise<I18n> {
  const i18n = new I18n(face)
  await i18n.set(language)
  return i18n
}

/** The reader's own language where we have it. */
export function browserLanguage(fallback: Language): Language {
  for (const wish of navigator.languages ?? []) {
    const ours = LANGUAGES.find((language) => language === wish.split('-')[0])
    if (ours) return ours
  }
  return fallback
}

export const [useI18n, setI18n] = createContext<I18n>()

/** The texts of a face, with the common ones, or those of an exercise. */
function load(name: string, language: Language): Promise<Catalogue> {
  return lazy(async () => {
    const answer = await fetch(`${place}/${name}.${language}.json`)
    if (!answer.ok) throw new Error(`no texts of ${name}: ${answer.status}`)
    return (await answer.json()) as Catalogue
  })
}

/** Our fonts have no narrow no-break space (U+202F): the ordinary one is written instead. */
function plain(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}
