// The line above the title of a wall: the step, the authors, and after the closing what the count can be recognised by.
import { expect, test } from 'vitest'
import { createTranslate } from '../../shared/i18n/translate.ts'
import fr from '../../shared/i18n/wall.fr.json' with { type: 'json' }
import { factsOf, stepsOf } from './facts.ts'

const t = createTranslate('fr', fr)
const now = {
  activity: 'v',
  kind: 'dot-vote',
  title: 'Vote',
  step: 'show',
  steps: [{ id: 'show', label: 'Résultat' }],
  settings: {},
} as unknown as Parameters<typeof factsOf>[0]

test('a closed vote shows the first sixteen digits of its fingerprint, an open one none', () => {
  const fingerprint = '0123456789abcdef'.repeat(4)
  expect(factsOf(now, { fingerprint }, t)).toEqual(['Résultat', 'Empreinte 01234567 89abcdef'])
  expect(factsOf(now, {}, t)).toEqual(['Résultat'])
})

test('a circle sees all its steps and where it is; elsewhere the step in play is enough', () => {
  const steps = ['present', 'react', 'object'].map((id) => ({ id, label: id }))
  const round = { ...now, kind: 'consent', step: 'react', steps }
  expect(stepsOf(round).map(({ state }) => state)).toEqual(['done', 'now', 'next'])
  expect(factsOf(round, undefined, t)).toEqual([])
  expect(stepsOf(now)).toEqual([])
})
