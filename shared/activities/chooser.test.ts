import { expect, test } from 'vitest'
import en from '../i18n/chooser.en.json' with { type: 'json' }
import fr from '../i18n/chooser.fr.json' with { type: 'json' }
import { adviceOf } from './chooser.ts'
import { ACTIVITIES } from './index.ts'

/** Every kind that a reason of the catalogue is about. */
const ALL = [
  ...new Set(Object.keys(fr).flatMap((key) => /^(?:use|avoid)\.[^.]+\.(.+)$/.exec(key)?.[1] ?? [])),
]
const keysOf = (kinds: string[]) =>
  adviceOf(kinds).flatMap(({ question, use, avoid }) => [
    question,
    ...[...use, ...avoid].map(({ why }) => why),
  ])

test('every piece of advice is said, and nothing is said that is no advice', () => {
  const said = Object.keys(fr).filter((key) => key.includes('.'))
  expect(keysOf(ALL).sort()).toEqual(said.sort())
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
})

test('only exercises that exist are named', () => {
  const kinds = ACTIVITIES.map((activity) => activity.kind)
  const named = adviceOf(kinds).flatMap(({ use, avoid }) => [...use, ...avoid].map(({ kind }) => kind))
  expect(named.filter((kind) => !kinds.includes(kind))).toEqual([])
  expect(named).toContain('majority-judgment')
})

test('a question that nothing answers is not asked', () => {
  expect(adviceOf(['roti', 'score'])).toEqual([
    { question: 'question.worth-it', use: [{ kind: 'roti', why: 'use.worth-it.roti' }], avoid: [] },
  ])
})
