import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  compare,
  floor,
  fraction,
  multiply,
  parseFraction,
  showFraction,
  subtract,
  toNumber,
  averageOf,
  divide,
  sumOf,
  varianceOf,
} from './fraction.ts'

const whole = fc.integer({ min: -1000, max: 1000 })
const any = fc
  .tuple(
    whole,
    whole.filter((den) => den !== 0),
  )
  .map(([num, den]) => fraction(num, den))

test.each([
  ['10/3', '10/3'],
  ['-4/6', '-2/3'],
  ['5', '5'],
  [2.5, '5/2'],
  ['-0.5', '-1/2'],
  [0.1, '1/10'],
  [1e-7, '1/10000000'],
  [1.5e21, '1500000000000000000000'],
])('%s is read as %s', (given, shown) => {
  expect(showFraction(parseFraction(given))).toBe(shown)
})

test.each(['', 'x', '1/', '1/0', '1.5/2', NaN, Infinity])('%s is no fraction', (given) => {
  expect(() => parseFraction(given)).toThrow()
})

test('there is one way to write each number', () => {
  const same = fc.property(any, whole, (a, k) => {
    fc.pre(k !== 0)
    expect(fraction(a.num * BigInt(k), a.den * BigInt(k))).toEqual(a)
    expect(parseFraction(showFraction(a))).toEqual(a)
  })
  fc.assert(same)
})

test('the operations are those of arithmetic', () => {
  const laws = fc.property(any, any, any, (a, b, c) => {
    expect(subtract(add(a, b), b)).toEqual(a)
    expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
    expect(Math.sign(compare(a, b))).toBe(Math.sign(Number(subtract(a, b).num)))
  })
  fc.assert(laws)
})

test('what floats confuse stays apart', () => {
  expect(compare(parseFraction('10/3'), parseFraction('13/4'))).toBe(1)
  expect(add(parseFraction(0.1), parseFraction(0.2))).toEqual(parseFraction(0.3))
})

test('the floor of a negative number lies below it', () => {
  expect([floor(fraction(7, 2)), floor(fraction(-7, 2)), floor(fraction(-4, 2))]).toEqual([3n, -4n, -2n])
  expect(toNumber(fraction(-7, 2))).toBe(-3.5)
})

test('sums, means and variances are exact, and there are none of nothing', () => {
  const thirds = [1, 2, 4].map((value) => fraction(value, 3))
  expect(showFraction(sumOf(thirds))).toBe('7/3')
  expect(showFraction(averageOf(thirds)!)).toBe('7/9')
  expect(showFraction(varianceOf(thirds)!)).toBe('14/81')
  expect([showFraction(sumOf([])), averageOf([]), varianceOf([])]).toEqual(['0', null, null])
  expect(showFraction(divide(fraction(-1, 2), fraction(3, 4)))).toBe('-2/3')
  expect(() => divide(fraction(1), fraction(0))).toThrow('denominator')
})
