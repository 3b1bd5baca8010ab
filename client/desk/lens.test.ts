// The free board's measures: places stay inside, and more notes get a larger table.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { covers, partOf, SNUG, spreadFor } from './lens.svelte.ts'

it('gives the edges 0 and 1, whatever the size of a sheet', () => {
  expect(partOf(0, 100, 500)).toBe(0)
  expect(partOf(400, 100, 500)).toBe(1)
  expect(partOf(200, 100, 500)).toBe(0.5)
  expect(partOf(30, 500, 400)).toBe(0.5)
})

it('lays the part anew once the hand rests closer, so that what can be read becomes sheets', () => {
  const part = { left: 0, top: 0, right: 1, bottom: 1 }
  const closer = { left: 0.3, top: 0.3, right: 0.7, bottom: 0.7 }
  expect(covers(part, closer, 3)).toBe(true)
  expect(covers(part, closer, SNUG)).toBe(false)
  const laidNow = { left: 0.2, top: 0.2, right: 0.8, bottom: 0.8 }
  expect(covers(laidNow, closer, SNUG)).toBe(true)
})

it('never leaves the table', () => {
  const size = fc.integer({ min: 1, max: 3000 })
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), size, size, (at, sheet, whole) => {
      const part = partOf(at, sheet, whole)
      return part >= 0 && part <= 1
    }),
  )
})

it('never gets smaller with more notes', () => {
  const spreads = Array.from({ length: 400 }, (_, n) => spreadFor(n))
  expect(spreads).toEqual([...spreads].sort((a, b) => a - b))
})
