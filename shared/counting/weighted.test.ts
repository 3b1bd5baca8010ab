import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, fraction, parseFraction } from './fraction.ts'
import { countWeighted } from './weighted.ts'

const vote = (weight: string, option: string) => ({ weight: parseFraction(weight), option })

test('a tenth, two tenths and seven tenths tie with one, which floats would not see', () => {
  const votes = [vote('1', 'a'), vote('0.1', 'b'), vote('0.2', 'b'), vote('0.7', 'b'), vote('2', 'lost')]
  const { totals, ranks } = countWeighted(['a', 'b', 'c'], votes)
  expect([...totals.values()]).toEqual([fraction(1), fraction(1), fraction(0)])
  expect([...ranks]).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 3],
  ])
})

test('the weights given are the weights counted, in any order', () => {
  const weight = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 })).map(([num, den]) => fraction(num, den))
  const votes = fc.array(fc.record({ weight, option: fc.constantFrom('a', 'b') }))
  const exact = fc.property(votes, (cast) => {
    const { totals, ranks } = countWeighted(['a', 'b'], cast)
    expect(countWeighted(['a', 'b'], cast.toReversed())).toEqual({ totals, ranks })
    const all = cast.reduce((sum, one) => add(sum, one.weight), fraction(0))
    expect(add(totals.get('a')!, totals.get('b')!)).toEqual(all)
  })
  fc.assert(exact)
})
