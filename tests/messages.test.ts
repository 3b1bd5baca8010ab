// All languages say the same things: equal keys, equal values in them, French typography, no missing word.
import { expect, test } from 'vitest'
import ts from 'typescript'
import { isTest, listFiles, readSources, readText, walk, type Source } from './support/sources.ts'
import { LANGUAGES, readLanguages, type Further } from '../shared/languages.ts'
import { frenchFaults, parseMessage, readPairs, readTemplates, type Pair } from './support/texts.ts'

const pairs = readPairs()
const house = readSources().filter((source) => !isTest(source.path))

test('both languages hold the same keys', () => {
  expect(pairs.length).toBeGreaterThan(1)
  expect(pairs.flatMap((pair) => [...missing(pair, 'fr', 'en'), ...missing(pair, 'en', 'fr')])).toEqual([])
})

function missing(pair: Pair, from: 'fr' | 'en', to: 'fr' | 'en'): string[] {
  return Object.keys(pair[from])
    .filter((key) => !Object.hasOwn(pair[to], key))
    .map((key) => `${pair.name}: "${key}" is missing in ${to}`)
}

test('every message is well-formed ICU, with the same values in both languages', () => {
  expect(pairs.flatMap(unequal)).toEqual([])
})

function unequal({ name, fr, en }: Pair): string[] {
  const values = (text: string | undefined): string => {
    try {
      return [...parseMessage(text ?? '').params].sort().join(' ')
    } catch (error) {
      return String(error)
    }
  }
  return Object.keys({ ...fr, ...en }).flatMap((key) => {
    const [inFrench, inEnglish] = [values(fr[key]), values(en[key])]
    const found = `${name}: "${key}" has {${inFrench}} in fr, {${inEnglish}} in en`
    return inFrench !== inEnglish || inFrench.includes('Error') ? [found] : []
  })
}

const further = readLanguages('shared/languages')

test.each(Object.keys(further))('%s says everything that French and English say', async (language) => {
  const spoken = further[language]!
  const all = [...pairs, await readTemplates()]
  expect(all.flatMap((pair) => furtherFaults(language, spoken, pair))).toEqual([])
  const known = new Set(all.map(({ name }) => name))
  expect(Object.keys(catalogues(spoken)).filter((name) => !known.has(name))).toEqual([])
})

test('French and English come first, then every file of shared/languages', () => {
  expect(LANGUAGES).toEqual(['fr', 'en', ...Object.keys(further)])
})

/** Its texts under the names that `readPairs` gives. */
function catalogues({ faces, activities, templates }: Further): Record<string, Record<string, string>> {
  const exercises = Object.entries(activities).map(([kind, texts]) => [`activities/${kind}`, texts] as const)
  return { ...faces, ...Object.fromEntries(exercises), templates }
}

/** What is wrong with one catalogue of a further language, each as a line that says what to do. */
function furtherFaults(language: string, spoken: Further, { name, fr, en }: Pair): string[] {
  const texts = catalogues(spoken)[name] ?? {}
  const place = name.includes('/')
    ? name.replace('/', ' > ')
    : name === 'templates'
      ? name
      : `faces > ${name}`
  const line = (key: string, fault: string) =>
    `shared/languages/${language}.json, ${place} > "${key}": ${fault}`
  const keys = [...new Set([...Object.keys(fr), ...Object.keys(texts)])]
  return keys.flatMap((key) => {
    const [text, english] = [texts[key], en[key]]
    if (text === undefined) return [line(key, `is missing; translate "${fr[key]}"`)]
    if (english === undefined) return [line(key, 'is left over: French has it no more; take it out')]
    return textFaults(language, text, english, name === 'templates').map((fault) => line(key, fault))
  })
}

function textFaults(language: string, text: string, english: string, plain: boolean): string[] {
  return [
    ...(text.trim() === '' ? ['is empty'] : []),
    ...(/['"]/.test(text) ? ['has a straight apostrophe or quote'] : []),
    ...(plain ? [] : valueFaults(language, text, english)),
    ...(text === english && wordy(text, plain) ? ['is still English'] : []),
  ]
}

/** More than 25 letters: short texts may be the same in two languages. */
function wordy(text: string, plain: boolean): boolean {
  const said = plain ? text : parseMessage(text).readings.join()
  return said.replaceAll(/[^\p{L}]/gu, '').length > 25
}

function valueFaults(language: string, text: string, english: string): string[] {
  try {
    const [own, meant] = [parseMessage(text), parseMessage(english)]
    const differ = (a: Set<string>, b: Set<string>) => a.size !== b.size || [...a].some((one) => !b.has(one))
    const forms: string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const unfit = own.plurals.flat().filter((form) => !form.startsWith('=') && !forms.includes(form))
    const alone = (plurals: string[][]) => plurals.flat().some((form) => form === 'one' || form === '=1')
    if (forms.includes('one') && alone(meant.plurals) && !alone(own.plurals)) unfit.push('no one')
    return [
      ...(differ(own.params, meant.params) ? [`needs {${[...meant.params].join('} {')}}`] : []),
      ...(differ(own.choices, meant.choices) ? [`needs the choices ${[...meant.choices].join('; ')}`] : []),
      ...(unfit.length > 0 ? [`plurals of this language are ${forms.join(', ')}; here: ${unfit}`] : []),
    ]
  } catch (error) {
    return [String(error)]
  }
}

test('a fault in a further language is found, and the line says where', () => {
  const pair = {
    name: 'desk',
    fr: { a: '{n} voix', b: 'Oui', c: '{n, plural, one {# note} other {# notes}}' },
    en: { a: '{n} votes', b: 'Yes', c: '{n, plural, one {# note} other {# notes}}' },
  }
  const desk = { a: '{x} Stimmen', c: '{n, plural, few {# Zettel} other {# Zettel}}', d: 'Nein' }
  const found = furtherFaults('de', { name: 'Deutsch', faces: { desk }, activities: {}, templates: {} }, pair)
  expect(found).toEqual([
    'shared/languages/de.json, faces > desk > "a": needs {n}',
    'shared/languages/de.json, faces > desk > "b": is missing; translate "Oui"',
    'shared/languages/de.json, faces > desk > "c": plurals of this language are one, other; here: few,no one',
    'shared/languages/de.json, faces > desk > "d": is left over: French has it no more; take it out',
  ])
})

test('no message is empty', () => {
  const empty = pairs.flatMap(({ name, fr, en }) =>
    [...Object.entries(fr), ...Object.entries(en)]
      .filter(([, text]) => typeof text !== 'string' || text.trim() === '')
      .map(([key]) => `${name}: "${key}" is empty`),
  )
  expect(empty).toEqual([])
})

test('French is set as French is', () => {
  const messages = pairs.flatMap(({ name, fr }) =>
    Object.entries(fr).flatMap(([key, text]) =>
      parseMessage(text)
        .readings.flatMap(frenchFaults)
        .map((fault) => `${name}: "${key}" ${fault}`),
    ),
  )
  expect([...messages, ...house.flatMap(writtenInCode)]).toEqual([])
})

/** Faults in texts that stand beside their English in code: `{ fr: '...', en: '...' }`. */
function writtenInCode({ path, ast }: Source): string[] {
  const found: string[] = []
  walk(ast, (node) => {
    if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'fr') return
    walk(node.initializer, (part) => {
      if (!ts.isStringLiteralLike(part)) return
      for (const fault of frenchFaults(part.text)) found.push(`${path}: "${part.text}" ${fault}`)
    })
  })
  return found
}

test.each([
  ['Bientôt\u00a0: « oui »', 'needs U+00A0 inside « »'],
  ['Vraiment ?', 'needs U+00A0 before ; : ! ?'],
  ['Vraiment?', 'needs U+00A0 before ; : ! ?'],
  ["l'atelier", 'has a straight apostrophe or quote'],
  ['1\u202f234', 'has U+202F, which our fonts do not'],
])('a fault in « %s » is found', (text, fault) => {
  expect(frenchFaults(text)).toEqual([fault])
})

test('good French has no fault', () => {
  expect(frenchFaults('«\u00a0Vraiment\u00a0?!\u00a0» à 18:30\u00a0: https://tablee.example')).toEqual([])
})

test('no source holds a space that our fonts do not have', () => {
  const stray = listFiles(/\.(ts|svelte|json|css|html)$/).filter((path) => readText(path).includes('\u202f'))
  expect(stray).toEqual([])
})

test('every message that code asks for by name exists', () => {
  const common = keysOf(pairs.filter(({ name }) => !name.startsWith('activities/')))
  const all = keysOf(pairs)
  const known = (path: string): Set<string> => {
    const kind = /^shared\/activities\/([^/]+)\//.exec(path)?.[1]
    if (!kind) return all
    return new Set([...common, ...keysOf(pairs.filter(({ name }) => name === `activities/${kind}`))])
  }
  const unknown = house.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<!\w)t\(\s*'([^']+)'/g)]
      .map((match) => match[1]!)
      .filter((key) => !known(path).has(key))
      .map((key) => `${path}: no message "${key}"`),
  )
  expect(unknown).toEqual([])
})

function keysOf(some: Pair[]): Set<string> {
  return new Set(some.flatMap(({ fr }) => Object.keys(fr)))
}
