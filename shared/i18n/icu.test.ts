// Our messages through our own small formatter and through intl-messageformat: the same words, but for the space in thousands.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import type { Language } from '../wire.ts'
import { formatMessage, parseMessage } from './icu.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const ACTIVITIES = fileURLToPath(new URL('../activities/', import.meta.url))
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>

/** Every text of the house: [where, language, text]. */
function everyText(): [string, Language, string][] {
  const faces = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
  const kinds = readdirSync(ACTIVITIES, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(`${ACTIVITIES}${entry.name}/messages.json`),
  )
  const catalogues = [
    ...faces.map((name) => [name, name.split('.')[1] as Language, read(FOLDER + name)] as const),
    ...kinds.flatMap(({ name }) => {
      const both = read(`${ACTIVITIES}${name}/messages.json`) as unknown as Record<
        Language,
        Record<string, string>
      >
      return (['fr', 'en'] as const).map((language) => [name, language, both[language]] as const)
    }),
  ]
  return catalogues.flatMap(([where, language, texts]) =>
    Object.entries(texts).map(([key, text]): [string, Language, string] => [
      `${where} ${key}`,
      language,
      text,
    ]),
  )
}

function reference(text: string, language: Language, params: Record<string, string | number>): string {
  const format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
  return String(format.format(params)).replaceAll('\u202f', '\u00a0')
}

const ours = (text: string, language: Language, params: Record<string, string | number>) =>
  formatMessage(parseMessage(text), language, params)

describe('messages', () => {
  const texts = everyText()
  it('are there', () => expect(texts.length).toBeGreaterThan(300))

  it.each([0, 1, 2, 21, 1234])('all read as the reference reads them, with %i', (n) => {
    for (const [where, language, text] of texts) {
      const names = [...text.matchAll(/\{\s*(\w+)/g)].map((found) => found[1]!)
      const params = Object.fromEntries(names.map((name) => [name, n]))
      expect([where, ours(text, language, params)]).toEqual([where, reference(text, language, params)])
    }
  })

  it.each([
    ['{n, plural, =0 {rien} one {# note} other {# notes}}', { n: 0 }],
    [
      '{who, select, desk {la régie} other {la salle}} et {n, plural, one {#} other {# {who}}}',
      { who: 'desk', n: 3 },
    ],
    ['{a, plural, other {{b, plural, one {# b} other {# b sur {a}}}}}', { a: 5, b: 1 }],
    ["l'atelier, c''est '{n}' et {n, plural, other {'#' #}}", { n: 2 }],
    [' {n , plural , one{un} other{autres} } ', { n: 1 }],
    ['sans rien', {}],
  ])('%s', (text, params) => {
    for (const language of ['fr', 'en'] as const)
      expect(ours(text, language, params as never)).toBe(reference(text, language, params as never))
  })

  it.each([
    '{',
    '}',
    '{n',
    '{n,',
    '{n, plural}',
    '{n, plural, one {x}}',
    '{n, date}',
    '{}',
    '{n, plural, one {x} other {y}',
  ])('%s is refused with its place', (text) =>
    expect(() => parseMessage(text)).toThrow(/^message: .* at \d+ of/),
  )

  it('shows the name of a parameter that is missing', () => {
    expect(ours('Reste {n}', 'fr', {})).toBe('Reste {n}')
  })

  it('puts values in as they are, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(ours('«{value}»', 'fr', { value })).toBe(`«${value}»`)
      }),
    )
  })
})
