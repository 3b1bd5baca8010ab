// The free board's measures: places stay inside, and more notes get a larger table.
import fc from 'fast-check'
import { zoomIdentity } from 'd3-zoom'
import { expect, it } from 'vitest'
import { kept, partOf, spreadFor } from './lens.svelte.ts'

it('gives the edges 0 and 1, whatever the size of a sheet', () => {
  expect(partOf(0, 100, 500)).toBe(0)
  expect(partOf(400, 100, 500)).toBe(1)
  expect(partOf(200, 100, 500)).toBe(0.5)
  expect(partOf(30, 500, 400)).toBe(0.5)
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

it('keeps the middle of the view over the board: a pan cannot lose the notes', () => {
  const [middle, world] = [[500, 400] as const, [2000, 1000] as const]
  const away = zoomIdentity.translate(5000, -9000).scale(2)
  const back = kept(away, [...middle], [...world])
  expect(back.k).toBe(2)
  expect(back.invert([...middle])).toEqual([0, 1000])
  const here = zoomIdentity.translate(-300, -50).scale(0.5)
  expect(kept(here, [...middle], [...world])).toEqual(here)
})
