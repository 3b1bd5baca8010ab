import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { kendallW } from './concordance.ts'
import { compare, fraction, showFraction, type Fraction } from './fraction.ts'

const ranks = (...values: number[]) => values.map((value) => fraction(value))
const shown = (value: Fraction | null) => value && showFraction(value)

test('judges who rank alike agree wholly, opposite ones not at all', () => {
  expect(shown(kendallW([ranks(1, 2, 3), ranks(1, 2, 3)]))).toBe('1')
  expect(shown(kendallW([ranks(1, 2, 3), ranks(3, 2, 1)]))).toBe('0')
})

test('who separates nothing says nothing', () => {
  expect(kendallW([ranks(2, 2, 2), ranks(2, 2, 2)])).toBeNull()
  expect([kendallW([]), kendallW([[]])]).toEqual([null, null])
})

test('it lies between 0 and 1', () => {
  const order = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 })
  const bounded = fc.property(fc.array(order, { minLength: 1, maxLength: 6 }), (judges) => {
    const w = kendallW(judges.map((judge) => ranks(...judge)))!
    expect(compare(w, fraction(0)) >= 0 && compare(w, fraction(1)) <= 0).toBe(true)
  })
  fc.assert(bounded)
})
