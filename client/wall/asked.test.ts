// While a room votes it reads what it votes on, whatever the paper looks like.
import { expect, test } from 'vitest'
import { scalePaper } from '../../shared/counting/scale.ts'
import type { Snapshot } from '../../shared/wire.ts'
import { askedOf, needsOptions } from './asked.ts'

const t = (key: string) => (key === 'level.1' ? 'Je bloque' : key)
const session = (part: object) => part as Snapshot
const option = { id: 'a', label: 'La halle' }

test('options before and during the vote', () => {
  expect(askedOf(session({}), t)).toBeNull()
  expect(askedOf(session({ preview: [option] }), t)).toEqual([option])
  expect(askedOf(session({ poll: { paper: { options: [option], rev: 1 } } }), t)).toEqual([option])
})

test('where consent is asked on one person, that person alone', () => {
  const options = [option, { id: 'b', label: 'Ben' }]
  const paper = { options, rev: 1, proposed: 'b' }
  expect(askedOf(session({ poll: { paper } }), t)).toEqual([options[1]])
})

test('a scale is read by its levels, with their numbers', () => {
  const asked = askedOf(session({ poll: { paper: scalePaper(0, 2, []) } }), t)
  expect(asked?.map(({ label }) => label)).toEqual(['0 · Je bloque', '1 · level.2', '2 · level.3'])
})

test('only activities with words for it miss their options', () => {
  expect(needsOptions(t)).toBe(false)
  expect(needsOptions(() => 'Aucune proposition')).toBe(true)
})
