import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, fraction, parseFraction, showFraction } from './fraction.ts'
import { quantile, quartiles } from './quantiles.ts'

const shown = (values: (number | string)[]) =>
  Object.values(quartiles(values.map(parseFraction))).map((value) => value && showFraction(value))

// Values of R: quantile(c(...), type = 7).
test.each([
  [
    [1, 2, 3, 4],
    ['7/4', '5/2', '13/4'],
  ],
  [
    [10, 2, 9, 5, 7, 5],
    ['5', '6', '17/2'],
  ],
  [[4], ['4', '4', '4']],
  [
    ['1/3', '2/3'],
    ['5/12', '1/2', '7/12'],
  ],
  [[], [null, null, null]],
])('the quartiles of %j are %j', (values, expected) => {
  expect(shown(values)).toEqual(expected)
})

test('quantiles stay in order between the least and the greatest value', () => {
  const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 })
  const ordered = fc.property(numbers, fc.nat(100), fc.nat(100), (values, a, b) => {
    const fractions = values.map((value) => fraction(value))
    const at = (percent: number) => quantile(fractions, fraction(percent, 100))!
    expect(compare(at(Math.min(a, b)), at(Math.max(a, b)))).toBeLessThanOrEqual(0)
    expect([at(0), at(100)]).toEqual([fraction(Math.min(...values)), fraction(Math.max(...values))])
  })
  fc.assert(ordered)
})
