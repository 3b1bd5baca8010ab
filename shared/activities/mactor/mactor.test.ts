import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, fraction, showFraction, subtract, sumOf } from '../../counting/fraction.ts'
import { analyseActors } from './count.ts'

const table = (min: number, max: number, columns: number) =>
  fc.array(fc.array(fc.integer({ min, max }), { minLength: columns, maxLength: columns }), {
    minLength: 3,
    maxLength: 3,
  })
const rooms = fc.record({
  mid: table(0, 4, 3).map((rows) => rows.map((row, a) => row.map((cell, b) => (a === b ? 0 : cell)))),
  positions: table(-4, 4, 2),
})

test('weights have a mean of one, or are all zero', () => {
  const normed = fc.property(rooms, ({ mid, positions }) => {
    const { weightNorm } = analyseActors(mid, positions)
    expect(['0', '3']).toContain(showFraction(sumOf(weightNorm)))
  })
  fc.assert(normed)
})

test('two actors converge and diverge alike, whoever is asked', () => {
  const even = fc.property(rooms, ({ mid, positions }) => {
    for (const { convergence, divergence } of analyseActors(mid, positions).orders)
      for (const a of [0, 1, 2])
        for (const b of [0, 1, 2]) {
          expect(convergence[a]![b]).toEqual(convergence[b]![a])
          expect(divergence[a]![b]).toEqual(divergence[b]![a])
        }
  })
  fc.assert(even)
})

test('an objective that all want is mobilised as much as it nets', () => {
  const { mobilisation, net } = analyseActors(
    [
      [0, 1],
      [2, 0],
    ],
    [
      [3, 2],
      [1, -2],
    ],
  )
  expect(net[0]).toEqual(mobilisation[0])
  expect(subtract(mobilisation[1]!, net[1]!)).not.toEqual(fraction(0))
})

test('actors without influence or opinions break nothing', () => {
  const { weightNorm, orders, mobilisation } = analyseActors(
    [
      [0, 0],
      [0, 0],
    ],
    [[0], [0]],
  )
  expect(weightNorm.reduce(add)).toEqual(fraction(0))
  expect(orders[0].ambivalence).toEqual([null, null])
  expect(mobilisation).toEqual([fraction(0)])
})
