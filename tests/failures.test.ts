// The table of docs/security.md: every failure that we know of has its row, and the tests that a row names are there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './support/sources.ts'

/** How many failures each chapter of the catalogue has. */
const CHAPTERS = { Y: 15, S: 15, N: 10, BL: 11, T: 10, X: 8, K: 9, P: 9, O: 5 }
const IDS = Object.entries(CHAPTERS).flatMap(([letter, most]) =>
  Array.from({ length: most }, (_, n) => `${letter}${n + 1}`),
)

interface Row {
  ids: string[]
  met: string
}

function rowsOf(page: string): Row[] {
  const cells = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  return cells
    .filter(([, ids = '']) => /^[A-Z]+\d+(, [A-Z]+\d+)*$/.test(ids))
    .map(([, ids = '', , met = '']) => ({ ids: ids.split(', '), met }))
}

/** What a row names in code marks and may be a test: words without capitals, perhaps with a folder. */
const namesOf = (met: string) => [...met.matchAll(/`([a-z][\w/-]*)`/g)].map(([, name]) => name!)

function isTest(name: string): boolean {
  const files = [`tests/${name}`, name].flatMap((path) =>
    ['.test.ts', '.svelte.test.ts', '.e2e.ts'].map((end) => path + end),
  )
  if (files.some((file) => existsSync(join(ROOT, file)))) return true
  return [`tests/${name}`, name].some(
    (folder) =>
      existsSync(join(ROOT, folder)) &&
      readdirSync(join(ROOT, folder)).some((file) => /\.(test|e2e)\.ts$/.test(file)),
  )
}

const rows = rowsOf(readFileSync(join(ROOT, 'docs', 'security.md'), 'utf8'))

test('every failure has one row', () => {
  expect(rows.flatMap(({ ids }) => ids).sort()).toEqual([...IDS].sort())
})

test('a row names a test, or says that it does not apply', () => {
  const bare = rows.filter(({ met }) => !namesOf(met).some(isTest) && !met.startsWith('does not apply'))
  expect(bare).toEqual([])
})

test('what a row names as a test is there', () => {
  const named = rows.flatMap(({ ids, met }) => namesOf(met).map((name) => `${ids.join()} ${name}`))
  const words = ['no-store']
  const gone = named.filter((one) => !isTest(one.split(' ')[1]!) && !words.includes(one.split(' ')[1]!))
  expect(gone).toEqual([])
})
