// A round stands in a ring, in order, inside its box.
import { expect, test } from 'vitest'
import { fitsRound, placesOf } from './round.ts'

test('people stand clockwise from the top, all of them inside', () => {
  const places = placesOf(4)
  expect(places.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
    [50, 7],
    [91, 50],
    [50, 93],
    [9, 50],
  ])
  for (const { x, y } of placesOf(16)) expect([x > 0 && x < 100, y > 0 && y < 100]).toEqual([true, true])
})

test('one person is no round, and a crowd has no room in it', () => {
  expect([undefined, [1], [1, 2], new Array(16).fill(0), new Array(17).fill(0)].map(fitsRound)).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
})
