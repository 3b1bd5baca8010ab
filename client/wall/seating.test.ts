// Groups on the wall: every name in the largest type that has room for all of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seating } from './seating.ts'

const WIDTH = 1824
const HEIGHT = 760
const groups = (count: number, people: number, name = 'Jean-Baptiste') =>
  Array.from({ length: count }, () => Array.from({ length: people }, () => name))

test('few groups are large, many are small, and all of them have a place', () => {
  expect(seating(groups(3, 4), WIDTH, HEIGHT)).toMatchObject({ size: 50, shown: 3 })
  expect(seating(groups(7, 5), WIDTH, HEIGHT)).toMatchObject({ shown: 7 })
  expect(seating(groups(30, 4, 'Nadia'), WIDTH, HEIGHT).shown).toBe(30)
})

test('thirty people in fours fit with names of usual length on one line', () => {
  const { size, shown } = seating(groups(8, 4, 'Anne-Sophie'), WIDTH, HEIGHT)
  expect([size >= 42, shown]).toEqual([true, 8])
})

test('where all cannot be told, as many as have a place', () => {
  const { size, shown } = seating(groups(300, 2), WIDTH, HEIGHT)
  expect(size).toBe(28)
  expect(shown).toBeGreaterThan(20)
  expect(shown).toBeLessThan(300)
})

test('more room never makes the type smaller', () => {
  const named = fc.array(fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 12 }), {
    minLength: 1,
    maxLength: 60,
  })
  fc.assert(
    fc.property(named, fc.integer({ min: 200, max: 900 }), (list, height) => {
      const small = seating(list, WIDTH, height)
      const large = seating(list, WIDTH, height + 200)
      expect(large.shown).toBeGreaterThanOrEqual(small.shown)
      expect(small.shown).toBeLessThanOrEqual(list.length)
    }),
  )
})
