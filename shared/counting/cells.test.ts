import { expect, test } from 'vitest'
import { lowMedian } from './cells.ts'

test('a group never says what nobody said', () => {
  expect([lowMedian([3, 1, 2]), lowMedian([3, 0, 3, 0]), lowMedian([-4, 4])]).toEqual([2, 0, -4])
  expect(lowMedian([])).toBeNull()
})
