// The label of a picture says every figure that its table holds.
import { expect, test } from 'vitest'
import { spoken, tableOf } from './table.ts'

test('every cell is said after the name of its column', () => {
  const table = tableOf(
    'Les voix',
    ['Rang', 'Proposition', 'Voix'],
    [
      [1, 'Une halle', 8],
      [2, 'Un bail', 0],
    ],
  )
  expect(spoken(table)).toBe(
    'Les voix. Rang 1, Proposition Une halle, Voix 8. Rang 2, Proposition Un bail, Voix 0',
  )
})

test('an empty cell is not said', () => {
  expect(spoken(tableOf('T', ['A', ''], [['', 'b']]))).toBe('T. b')
  expect(spoken(tableOf('T', [], []))).toBe('T')
})
