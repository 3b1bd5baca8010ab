// Sheets that are covered need no paint; whatever shows anywhere is kept.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inSight, type Box } from './sight.ts'

const box = (left: number, top: number, wide: number, high: number, solid = true): Box => ({
  ...{ left, top, wide, high, solid },
})

it('leaves out what lies wholly under one or several others, and what is out of view', () => {
  const under = box(40, 40, 40, 40)
  const [west, east] = [box(0, 0, 64, 200), box(64, 0, 100, 200)]
  expect(inSight([under, west, east], 300, 300)).toEqual([east, west])
  expect(inSight([west, east, under], 300, 300)).toEqual([under, east, west])
  expect(inSight([under, { ...west, solid: false }, east], 300, 300)).toContain(under)
  expect(inSight([box(400, 0, 50, 50), box(-80, 0, 50, 50)], 300, 300)).toEqual([])
})

it('keeps every box of which a single pixel shows', () => {
  const side = fc.integer({ min: 1, max: 60 })
  const any = fc.tuple(fc.integer({ min: -20, max: 90 }), fc.integer({ min: -20, max: 90 }), side, side)
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (all) => {
      const boxes = all.map((one) => box(...one))
      const top = new Map<string, Box>()
      for (const each of boxes)
        for (let x = Math.max(0, each.left); x < Math.min(100, each.left + each.wide); x++)
          for (let y = Math.max(0, each.top); y < Math.min(100, each.top + each.high); y++)
            top.set(`${x},${y}`, each)
      const kept = inSight(boxes, 100, 100)
      for (const each of top.values()) expect(kept).toContain(each)
    }),
    { numRuns: 40 },
  )
})
