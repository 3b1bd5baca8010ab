// The drawing of a spread: order, shades, and the segment of the middle ballot.
import { expect, it } from 'vitest'
import { gradeKeys } from '../../../shared/activities/majority-judgment/grades.ts'
import { figureFits, lookOf, segmentsOf, shadeOf } from './grades.ts'

it('draws the best level first and leaves empty ones out', () => {
  expect(segmentsOf([0, 1, 3, 5, 11, 12])).toEqual([
    { level: 5, count: 12, shade: 1, middle: false },
    { level: 4, count: 11, shade: 2, middle: true },
    { level: 3, count: 5, shade: 3, middle: false },
    { level: 2, count: 3, shade: 4, middle: false },
    { level: 1, count: 1, shade: 5, middle: false },
  ])
  expect(segmentsOf([0, 1, 3], 'worst').map(({ level }) => level)).toEqual([1, 2])
  expect(segmentsOf([0, 0])).toEqual([])
})

it('takes the lower of two middle ballots', () => {
  expect(segmentsOf([2, 2]).map((segment) => segment.middle)).toEqual([false, true])
  expect(segmentsOf([2, 3]).map((segment) => segment.middle)).toEqual([true, false])
})

it('spreads any scale over the six shades', () => {
  expect([0, 1, 2, 3, 4, 5].map((level) => shadeOf(level, 6))).toEqual([6, 5, 4, 3, 2, 1])
  expect([0, 1, 2].map((level) => shadeOf(level, 3))).toEqual([6, 4, 1])
  expect(shadeOf(0, 1)).toBe(1)
})

it('gives each word a look of its own', () => {
  for (const grades of [5, 6, 7]) expect(new Set(gradeKeys(grades).map(lookOf)).size).toBe(grades)
})

it('leaves out a figure that has no room', () => {
  expect(figureFits(1, 1 / 32, 1180)).toBe(true)
  expect(figureFits(3, 3 / 300, 1180)).toBe(false)
  expect(figureFits(150, 0.05, 1180)).toBe(false)
})
