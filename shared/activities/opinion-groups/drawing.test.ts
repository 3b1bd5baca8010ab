// The map keeps its proportions, stays in its box, and a letter lies in its group.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from './axes.ts'
import { drawHulls, pathOf } from './drawing.ts'

const BOX = { width: 800, height: 600, edge: 50 }
const square: Point[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
]

test('one scale along both axes, in the middle of the box, upwards', () => {
  const [drawn] = drawHulls([square], BOX)
  expect(drawn).toEqual({
    corners: [
      [150, 550],
      [650, 550],
      [650, 50],
      [150, 50],
    ],
    middle: [400, 300],
  })
})

test('a group of one place, or none, is drawn without dividing by nothing', () => {
  expect(drawHulls([[[3, 4]]], BOX)).toEqual([{ corners: [[400, 300]], middle: [400, 300] }])
  expect(drawHulls([[]], BOX)).toEqual([{ corners: [], middle: [400, 300] }])
})

test('whatever the outlines, they stay inside the edge', () => {
  const point = fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 }))
  const inside = fc.property(fc.array(fc.array(point, { minLength: 1 }), { minLength: 1 }), (hulls) => {
    for (const [x, y] of drawHulls(hulls as Point[][], BOX).flatMap(({ corners }) => corners)) {
      expect(x).toBeGreaterThanOrEqual(50 - 1e-6)
      expect(x).toBeLessThanOrEqual(750 + 1e-6)
      expect(y).toBeGreaterThanOrEqual(50 - 1e-6)
      expect(y).toBeLessThanOrEqual(550 + 1e-6)
    }
  })
  fc.assert(inside)
})

test('a path closes; a single place is a dot', () => {
  expect(pathOf([[1, 2]])).toBe('M1.0 2.0Z')
  expect(
    pathOf([
      [0, 0],
      [1, 0],
      [0, 1],
    ]),
  ).toBe('M0.0 0.0L1.0 0.0L0.0 1.0Z')
})
