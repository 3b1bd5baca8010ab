// What moved between two votes, and which results say nothing about it.
import { expect, test } from 'vitest'
import { shiftOf } from './shift.ts'

const options = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() }))

test('each option of the paper, in its order, with what it had before', () => {
  expect(shiftOf(options, { counts: { b: 2, a: 5 } }, { counts: { b: 4, a: 0 } })).toEqual([
    { label: 'A', before: 5, now: 0 },
    { label: 'B', before: 2, now: 4 },
  ])
})

test('an option that is new has no number before; one that is gone has no row', () => {
  const rows = shiftOf(options, { totals: { a: 1, gone: 3 } }, { totals: { a: 2, b: 6 } })
  expect(rows).toEqual([
    { label: 'A', before: 1, now: 2 },
    { label: 'B', before: null, now: 6 },
  ])
})

test('totals are told before counts', () => {
  const result = { totals: { a: 9, b: 1 }, counts: { a: 3, b: 1 } }
  expect(shiftOf(options, result, result)?.map((row) => row.now)).toEqual([9, 1])
})

test.each([
  ['no number for each option', { tallies: [[1, 2]] }],
  ['levels of a scale', { counts: [1, 2, 3] }],
  ['exact fractions', { counts: { a: '1/2' } }],
  ['nothing', undefined],
])('%s: no table', (_, other) => {
  const known = { counts: { a: 1, b: 2 } }
  expect(shiftOf(options, other, known)).toBeNull()
  expect(shiftOf(options, known, other)).toBeNull()
})
