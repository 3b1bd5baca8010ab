// The mean lies in the middle of its score's cell.
import { expect, test } from 'vitest'
import { meanPlace } from './drawing.ts'

test('whole scores are in the middle of their cells', () => {
  expect([0, 1, 3].map((mean) => meanPlace(mean, 0, 4))).toEqual([12.5, 37.5, 87.5])
  expect(meanPlace(-2, -2, 5)).toBe(10)
})

test('a mean between two scores lies between them', () => {
  expect(meanPlace(1.5, 0, 4)).toBe(50)
})
