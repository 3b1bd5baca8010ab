// French and English say the same things: equal keys, equal values in them, French typography, no missing word.
import { expect, test } from 'vitest'
import ts from 'typescript'
import { isTest, listFiles, readSources, readText, walk, type Source } from './support/sources.ts'
import { frenchFaults, parseMessage, readPairs, type Pair } from './support/texts.ts'

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
