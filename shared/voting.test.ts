import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { competitionRanks, drawLots, percent } from './voting.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const higher = (a: number, b: number) => b - a

test('equal keys share a rank, and the next rank counts them all', () => {
  expect(competitionRanks([7, 9, 7, 3, 9, 1], higher)).toEqual([3, 1, 3, 5, 1, 6])
  expect(competitionRanks([], higher)).toEqual([])
})

test('a percentage is rounded half up on the exact value', () => {
  expect([percent(1, 3), percent(1, 8), percent(1, 16, 1), percent(5, 5), percent(0, 4)]).toEqual([
    33.3, 12.5, 6.3, 100, 0,
  ])
  // 1.005 has no exact float: naive rounding to two digits gives 1.
  expect(percent(201, 20_000, 2)).toBe(1.01)
  expect(percent(0, 0)).toBeNull()
})

test('a lot follows the hash of the seed and each id', () => {
  expect(drawLots('AG-2018-06-18', ['lille', 'paris', 'nantes', 'lyon'], sha256)).toEqual([
    'lyon',
    'lille',
    'paris',
    'nantes',
  ])
})

test('a lot depends neither on the order of the list nor on the others in it', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 })
  const fair = fc.property(fc.string(), ids, (seed, list) => {
    const drawn = drawLots(seed, list, sha256)
    expect(drawLots(seed, list.toReversed(), sha256)).toEqual(drawn)
    expect(drawLots(seed, list.slice(1), sha256)).toEqual(drawn.filter((id) => id !== list[0]))
  })
  fc.assert(fair)
})
