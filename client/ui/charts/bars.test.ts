// Bars begin at zero and end at their value, on both sides of it.
import { expect, test } from 'vitest'
import { barOf, spanOf } from './bars.ts'

test('the longest bar fills the width, the others compare with it', () => {
  const span = spanOf([8, 4, 0])
  expect(barOf(8, span)).toEqual({ start: 0, width: 100, end: 100, below: false })
  expect(barOf(4, span).width).toBe(50)
  expect(barOf(0, span).width).toBe(0)
})

test('with a whole a bar is a part of it, and a mark has its place', () => {
  const span = spanOf([9, 6], 18)
  expect(barOf(9, span).width).toBe(50)
  expect(barOf(12, span).end).toBeCloseTo(66.67, 2)
})

test('values below zero go the other way from the same line', () => {
  const span = spanOf([6, -2])
  expect(span.zero).toBe(25)
  expect(barOf(-2, span)).toEqual({ start: 0, width: 25, end: 0, below: true })
  expect(barOf(6, span)).toEqual({ start: 25, width: 75, end: 100, below: false })
})

test('only zeros have no bar, and nothing is divided by nothing', () => {
  expect(barOf(0, spanOf([0, 0]))).toEqual({ start: 0, width: 0, end: 0, below: false })
  expect(barOf(0, spanOf([]))).toEqual({ start: 0, width: 0, end: 0, below: false })
})
