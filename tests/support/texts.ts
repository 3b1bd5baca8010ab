// Every text that people read, in French and English: catalogues by name, and what an ICU message can say.
// Called by messages.test.ts.
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { listFiles, readText } from './sources.ts'

/** One language of one catalogue. */
export type Catalogue = Record<string, string>
export interface Pair {
  name: string
  fr: Catalogue
  en: Catalogue
}

/** `common`, `desk`, ... of shared/i18n, then `activities/<kind>`. A language whose file is missing is empty. */
export function readPairs(): Pair[] {
  const files = listFiles(/\.json$/)
  const faces = new Set(files.map((path) => /^shared\/i18n\/(.+)\.(?:fr|en)\.json$/.exec(path)?.[1]))
  faces.delete(undefined)
  const kinds = files.map((path) => /^shared\/activities\/(.+)\/messages\.json$/.exec(path)?.[1])
  const face = (name: string, language: 'fr' | 'en'): Catalogue => {
    const path = `shared/i18n/${name}.${language}.json`
    return files.includes(path) ? JSON.parse(readText(path)) : {}
  }
  return [
    ...[...faces].map((name) => ({ name: name!, fr: face(name!, 'fr'), en: face(name!, 'en') })),
    ...kinds
      .filter((kind) => kind !== undefined)
      .map((kind) => {
        const { fr = {}, en = {} } = JSON.parse(readText(`shared/activities/${kind}/messages.json`))
        return { name: `activities/${kind}`, fr, en }
      }),
  ]
}

/** Every text of the ready programmes, by its English. */
export async function readTemplates(): Promise<Pair> {
  const pair: Pair = { name: 'templates', fr: {}, en: {} }
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { fr, en } = value as { fr?: unknown; en?: unknown }
    if (typeof fr !== 'string' || typeof en !== 'string') return Object.values(value).forEach(collect)
    if (en === '') return
    pair.fr[en] = fr
    pair.en[en] = en
  }
  const files = listFiles(/\.ts$/).filter((path) => path.startsWith('shared/templates/'))
  for (const path of files) collect(await import(/* @vite-ignore */ `../../${path}`))
  return pair
}

export interface Parsed {
  /** Names of the values it needs. */
  params: Set<string>
  /** `side: left, other`: what it tells apart by words. */
  choices: Set<string>
  /** Which numbers it tells apart, for each of its plurals: `one`, `other`, `=0`. */
  plurals: string[][]
  /** Each stretch of words it can show; values stand as one letter. */
  readings: string[]
}

/** What an ICU message needs and says. Throws where it is not well formed. */
export function parseMessage(text: string): Parsed {
  const params = new Set<string>()
  const choices = new Set<string>()
  const plurals: string[][] = []
  const readings: string[] = []
  const read = (elements: MessageFormatElement[]): void => {
    let words = ''
    for (const element of elements) {
      if (element.type === TYPE.literal) words += element.value
      else words += 'X'
      if (element.type !== TYPE.literal && element.type !== TYPE.pound && element.type !== TYPE.tag)
        params.add(element.value)
      if (element.type === TYPE.select)
        choices.add(`${element.value}: ${Object.keys(element.options).sort().join(', ')}`)
      if (element.type === TYPE.plural) plurals.push(Object.keys(element.options))
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) read(option.value)
    }
    readings.push(words)
  }
  read(parse(text, { ignoreTag: true }))
  return { params, choices, plurals, readings }
}

/** What is wrong with the typography of a French text, in words. */
export function frenchFaults(text: string): string[] {
  const faults: string[] = []
  if (/\u202f/.test(text)) faults.push('has U+202F, which our fonts do not')
  if (/(?<![\u00a0;:!?]|\d(?=:\d)|https?(?=:))[;:!?]/.test(text)) faults.push('needs U+00A0 before ; : ! ?')
  if (/\u00ab(?!\u00a0)|(?<!\u00a0)\u00bb/.test(text)) faults.push('needs U+00A0 inside « »')
  if (/['"]/.test(text)) faults.push('has a straight apostrophe or quote')
  return faults
}
