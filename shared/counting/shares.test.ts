import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillingPercents } from './shares.ts'

test.each([
  [[1, 1, 1], 1, [33.4, 33.3, 33.3]],
  [[1, 2, 3, 1], 1, [14.3, 28.6, 42.8, 14.3]],
  [[0, 5], 0, [0, 100]],
  [[0, 0], 1, [null, null]],
  [[], 1, []],
])('%j with %i decimals fills a bar as %j', (counts, decimals, expected) => {
  expect(fillingPercents(counts, decimals)).toEqual(expected)
})

test('the parts add up to 100 and none is a whole unit away from its share', () => {
  const counts = fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }).filter((all) => all.some(Boolean))
  const exact = fc.property(counts, fc.nat(2), (all, decimals) => {
    const scale = 10 ** decimals
    const units = fillingPercents(all, decimals).map((share) => Math.round(share! * scale))
    expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(100 * scale)
    const total = all.reduce((sum, count) => sum + count, 0)
    all.forEach((count, i) => expect(Math.abs(units[i]! * total - count * 100 * scale)).toBeLessThan(total))
  })
  fc.assert(exact)
})
