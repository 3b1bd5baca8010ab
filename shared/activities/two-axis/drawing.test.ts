// Points on the map stand by priority, with their spread as a part of the axis.
import { expect, test } from 'vitest'
import type { AxesCount, AxesPaper } from './activity.ts'
import { axesPoints, cutOf } from './drawing.ts'

const paper: AxesPaper = {
  options: ['a', 'b', 'c'].map((id) => ({ id, label: id })),
  rev: 1,
  min: 0,
  max: 10,
  midpoint: 5,
  cut: 'midpoint',
}
const item = { impact: 8, effort: 2, iqrImpact: 5, iqrEffort: 1, quadrant: 'quick-win' } as const
const count: AxesCount = {
  items: {
    a: { impact: 3, effort: 9, iqrImpact: 0, iqrEffort: 4, quadrant: 'avoid' },
    b: item,
    c: { impact: null, effort: null, iqrImpact: null, iqrEffort: null, quadrant: null },
  },
  priority: ['b', 'a'],
  ratings: { a: 1, b: 4, c: 0 },
}

test('the first by priority first, the unplaced last', () => {
  const points = axesPoints(paper, count)
  expect(points.map(({ id, place }) => [id, place])).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', null],
  ])
  expect(points[0]).toMatchObject({ x: 0.2, y: 0.8, spreadX: 0.1, spreadY: 0.5, wide: true, faint: false })
  expect(points[1]).toMatchObject({ x: 0.9, y: 0.3, wide: false, faint: true })
})

test('the cut is the midpoint, or the medians of the room', () => {
  expect(cutOf(paper, count)).toEqual({ x: 0.5, y: 0.5 })
  expect(cutOf({ ...paper, cut: 'group-median' }, { ...count, cut: [7, 4] })).toEqual({ x: 0.4, y: 0.7 })
  expect(cutOf(paper, { ...count, cut: [null, null] })).toEqual({ x: 0.5, y: 0.5 })
})
