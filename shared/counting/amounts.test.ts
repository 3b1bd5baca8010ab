// Exact amounts of voices: whole ones stay numbers, the others lose nothing.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf, commonUnit, figureOf, fractionOf, inUnits, sumAmounts } from './amounts.ts'
import { fraction } from './fraction.ts'

test('whole amounts are numbers, others fractions in lowest terms', () => {
  expect(sumAmounts([1, 2])).toBe(3)
  expect(sumAmounts(['1/2', 1, '1/2'])).toBe(2)
  expect(sumAmounts(['1/3', '1/6'])).toBe('1/2')
  expect(sumAmounts([])).toBe(0)
  expect(figureOf('5/2')).toBe(2.5)
  expect(amountOf(fraction(6, 4))).toBe('3/2')
})

const amounts = fc.array(
  fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 12 })).map(([num, den]) => amountOf(fraction(num, den))),
)

test('in the common unit every amount is whole, and the sum is that of the wholes', () => {
  fc.assert(
    fc.property(amounts, (all) => {
      const unit = commonUnit(all)
      const units = all.map((amount) => inUnits(amount, unit))
      units.forEach((whole, i) => expect(amountOf(fraction(whole, unit))).toEqual(all[i]))
      const sum = units.reduce((total, whole) => total + whole, 0n)
      expect(fractionOf(sumAmounts(all))).toEqual(fraction(sum, unit))
    }),
  )
})
