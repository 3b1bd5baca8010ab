// Cells shared out: each gets answers enough, none much more than the others.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dealNext, dealOf } from './deal.ts'

const names = (count: number) => Array.from({ length: count }, (_, i) => `c${i}`)

test('twelve variables and twenty people make twenty cells each', () => {
  expect(dealOf(132, 20, 3)).toEqual({ each: 20, ratings: 3 })
})

test('one person alone is asked for everything, and only once', () => {
  expect(dealOf(30, 1, 3).each).toBe(30)
  expect(dealOf(30, 0, 3).each).toBe(30)
})

test('whoever comes, no cell is dealt twice to a hand, each often enough, none more than one time more', () => {
  const shape = fc.record({
    cells: fc.integer({ min: 1, max: 210 }),
    people: fc.integer({ min: 1, max: 60 }),
  })
  const balanced = fc.property(shape, ({ cells, people }) => {
    const options = names(cells)
    const { each, ratings } = dealOf(cells, people, 3)
    const dealt = new Map<string, number>()
    for (let person = 0; person < people; person++) {
      const hand = dealNext(options, (id) => dealt.get(id) ?? 0, new Set(), each)
      expect(new Set(hand).size).toBe(each)
      for (const id of hand) dealt.set(id, (dealt.get(id) ?? 0) + 1)
    }
    const times = options.map((id) => dealt.get(id) ?? 0)
    expect(Math.min(...times)).toBeGreaterThanOrEqual(Math.min(ratings, people))
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
  })
  fc.assert(balanced)
})

test('a hand gets what it does not hold, the least dealt first, in the order of the paper', () => {
  const dealt = new Map([
    ['c0', 1],
    ['c2', 1],
  ])
  expect(dealNext(names(5), (id) => dealt.get(id) ?? 0, new Set(['c1']), 3)).toEqual(['c0', 'c3', 'c4'])
  expect(dealNext(names(2), () => 0, new Set(['c0', 'c1']), 3)).toEqual([])
})
