// Names keep their letters in every script, and lose what would turn a line around.
import { expect, test } from 'vitest'
import { plainName } from './plain-name.ts'

test.each([
  [' Léa ', 'Léa'],
  ['Le\u0301a', 'Léa'],
  ['\u202egnimoc\u202c', 'gnimoc'],
  ['\u2067\u05d3\u05e0\u05d4\u2069', '\u05d3\u05e0\u05d4'],
  ['a\nb\u0000c', 'abc'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['\u200f', ''],
])('%j becomes %j', (typed, shown) => {
  expect(plainName(typed)).toBe(shown)
})
