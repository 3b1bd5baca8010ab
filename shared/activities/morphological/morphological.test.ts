import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { combine, LISTED, type Place } from './count.ts'

const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 })
const spaces = sizes.chain((list) => {
  const places = list.flatMap((size, p) => Array.from({ length: size }, (_, v): Place => [p, v]))
  const pair = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...places))
  return fc.record({ sizes: fc.constant(list), excluded: fc.array(pair, { maxLength: 6 }) })
})

/** All combinations, then those without an excluded pair: the definition, slowly. */
function slowly(list: number[], excluded: (readonly [Place, Place])[]): number[][] {
  const all = list.reduce<number[][]>(
    (rows, size) => rows.flatMap((row) => Array.from({ length: size }, (_, value) => [...row, value])),
    [[]],
  )
  const holds = (row: number[], [p, v]: Place) => row[p] === v
  return all.filter((row) => !excluded.some(([a, b]) => a[0] !== b[0] && holds(row, a) && holds(row, b)))
}

test('column by column finds what trying everything finds', () => {
  const same = fc.property(spaces, ({ sizes: list, excluded }) => {
    const { consistent, count, total, pairCells } = combine(list, excluded)
    expect(consistent).toEqual(slowly(list, excluded))
    expect(count).toBe(consistent.length)
    expect(total).toBe(list.reduce((all, size) => all * size, 1))
    const pairs = list.flatMap((a, i) => list.slice(i + 1).map((b) => a * b))
    expect(pairCells).toBe(pairs.reduce((sum, cells) => sum + cells, 0))
  })
  fc.assert(same)
})

test('beyond the limit combinations are counted and not spelled out', () => {
  const { count, consistent } = combine([10, 10, 10, 10], [])
  expect([count, consistent.length]).toEqual([10_000, LISTED])
})

test('without components there is nothing to combine', () => {
  expect(combine([], [])).toEqual({ total: 0, pairCells: 0, count: 0, consistent: [] })
})
