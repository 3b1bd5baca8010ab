// Columns compare by height, and zones add up their levels.
import { expect, test } from 'vitest'
import { scalePaper } from '../../../shared/counting/scale.ts'
import { columnHeight, columnsOf, markHeight, zoneShare } from './columns.ts'

test('the tallest column fills the field, none has no height', () => {
  expect([0, 2, 4].map((count) => columnHeight(count, 4))).toEqual([0, 50, 100])
  expect(columnHeight(0, 0)).toBe(0)
})

test('each level has its words, its own ones first', () => {
  const columns = columnsOf(scalePaper(0, 2, ['Jamais']), [1, 0, 3], [6, 4, 1], (key) => key)
  expect(columns).toEqual([
    { level: 0, label: 'Jamais', count: 1, shade: 6 },
    { level: 1, label: 'level.2', count: 0, shade: 4 },
    { level: 2, label: 'level.3', count: 3, shade: 1 },
  ])
})

test('a zone holds its part of all answers', () => {
  const counts = [6, 4, 2, 1, 0, 1, 0, 0]
  expect(zoneShare(counts, { from: 0, to: 2 })).toBe(85.7)
  expect(zoneShare([0, 0, 0], { from: 0, to: 1 })).toBe(0)
})

test('the area of a mark follows the count, its form is never lost', () => {
  expect(markHeight(8, 8)).toBe(100)
  expect(markHeight(2, 8)).toBe(50)
  expect(markHeight(0, 8)).toBe(markHeight(1, 300))
  expect(markHeight(0, 8)).toBeGreaterThan(0)
})
