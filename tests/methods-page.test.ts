// The page of methods: what comments cite by its letters is there, and every vote of part A has its section.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACTIVITIES } from '../shared/activities/index.ts'
import { listFiles, readText } from './support/sources.ts'

const page = readFileSync(new URL('../docs/methods.md', import.meta.url), 'utf8')
const anchors = new Set([...page.matchAll(/<a id="([A0-9.]+)">/g)].map(([, id]) => id!))

test('every section of votes that a comment cites is on the page', () => {
  const cited = listFiles(/\.(ts|svelte)$/).flatMap((path) =>
    [...readText(path).matchAll(/methods,? (?:sheet |section )?(A\d+|0(?:\.\d)?)\b/g)].map(([, id]) => ({
      path,
      id: id!,
    })),
  )
  expect(cited.length).toBeGreaterThan(5)
  expect(cited.filter(({ id }) => !anchors.has(id))).toEqual([])
})

test('every kind that a section names exists, and each section says what it is', () => {
  const kinds = new Set(ACTIVITIES.map(({ kind }) => kind))
  const named = [...page.matchAll(/^## A\d+\. .*· `([a-z-]+)`/gm)].map(([, kind]) => kind!)
  expect(named.filter((kind) => !kinds.has(kind))).toEqual([])
  expect(new Set(named).size).toBeGreaterThanOrEqual(16)
})
