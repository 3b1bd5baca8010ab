// Points on a plane: none hides another, none leaves the box, and the same votes give the same picture.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from '../../../shared/report/spread.ts'
import { cornersOf, nameSides, onAxis } from './plane.ts'

const BOX = { width: 1200, height: 700, edge: 30, gap: 60 }

test('a value has its place on its axis', () => {
  expect([0, 5, 10].map((value) => onAxis(value, 0, 10))).toEqual([0, 0.5, 1])
  expect(onAxis(-5, -10, 10)).toBe(0.25)
  expect(onAxis(3, 3, 3)).toBe(0)
})

test('four corners meet at the cut and fill the plane', () => {
  const corners = cornersOf({ x: 0.25, y: 0.5 })
  expect(corners[1]).toEqual({ x: 0.25, y: 0, width: 0.75, height: 0.5 })
  expect(corners.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(1)
})

test('points that lie apart stay where they are', () => {
  const places = [
    { id: 'a', x: 100, y: 100 },
    { id: 'b', x: 300, y: 100 },
  ]
  expect(spread(places, BOX)).toEqual(places)
})

test('two on one spot part by the gap, around it', () => {
  const [a, b] = spread(
    [
      { x: 600, y: 350 },
      { x: 600, y: 350 },
    ],
    BOX,
  )
  expect(Math.hypot(a!.x - b!.x, a!.y - b!.y)).toBeCloseTo(60, 0)
  expect((a!.x + b!.x) / 2).toBeCloseTo(600, 5)
})

test('twelve on one spot in the corner are all seen, inside the box', () => {
  const places = spread(
    Array.from({ length: 12 }, () => ({ x: 0, y: 0 })),
    BOX,
  )
  const distances = places.flatMap((a, i) => places.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)))
  expect(Math.min(...distances)).toBeGreaterThan(40)
})

test('no point leaves the box, and the picture is always the same', () => {
  const anywhere = fc.record({ x: fc.integer({ min: -50, max: 1250 }), y: fc.integer({ min: 0, max: 700 }) })
  const inside = fc.property(fc.array(anywhere, { maxLength: 20 }), (places) => {
    const moved = spread(places, BOX)
    for (const { x, y } of moved) {
      expect(x).toBeGreaterThanOrEqual(30)
      expect(x).toBeLessThanOrEqual(1170)
      expect(y).toBeGreaterThanOrEqual(30)
      expect(y).toBeLessThanOrEqual(670)
    }
    expect(spread(places, BOX)).toEqual(moved)
  })
  fc.assert(inside)
})

test('the name of a corner gives way to a point that would cover it, and stays where all places are taken', () => {
  const size = { width: 1200, height: 700, reach: 30, letter: 18, line: 50 }
  const names = ['gain', 'projet', 'bouche-trou', 'à éviter']
  const sides = (points: { x: number; y: number }[]) => nameSides({ x: 0.5, y: 0.5 }, names, points, size)
  const usual = [
    { right: false, bottom: false },
    { right: true, bottom: false },
    { right: false, bottom: true },
    { right: true, bottom: true },
  ]
  expect(sides([{ x: 300, y: 300 }])).toEqual(usual)
  expect(sides([{ x: 1180, y: 20 }])[1]).toEqual({ right: false, bottom: false })
  const four = [640, 1180].flatMap((x) => [20, 330].map((y) => ({ x, y })))
  expect(sides(four)).toEqual(usual)
})
