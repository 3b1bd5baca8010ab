// Rows on a wall: as many as fit, never more than twelve, never too small to be read, the others counted.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BAR_ROWS, GRADE_ROWS, gradeTextOf, pagesOf, planRows, textOf, tiedIds } from './rows.ts'

test('twelve rows in the usual height, in tighter rows than eight', () => {
  expect(planRows(8, 720, BAR_ROWS)).toEqual({ shown: 8, size: (720 - 56) / 8, gap: 8 })
  expect(planRows(12, 720, BAR_ROWS)).toEqual({ shown: 12, size: (720 - 55) / 12, gap: 5 })
  expect(planRows(12, 420, BAR_ROWS).shown).toBe(12)
  expect(planRows(12, 600, GRADE_ROWS).shown).toBe(12)
})

test('a few rows grow up to a point', () => {
  expect(planRows(2, 720, BAR_ROWS)).toEqual({ shown: 2, size: 200, gap: 8 })
})

test('little room shows fewer rows, not smaller ones', () => {
  const { shown, size } = planRows(12, 300, BAR_ROWS)
  expect(shown).toBe(6)
  expect(size).toBeGreaterThanOrEqual(30)
})

test('whatever the room, rows and their line fit in it, or one row is left', () => {
  const anyRoom = fc.property(fc.nat({ max: 60 }), fc.nat({ max: 900 }), (count, room) => {
    const { shown, size, gap } = planRows(count, room, BAR_ROWS)
    expect(shown).toBeLessThanOrEqual(Math.min(12, count))
    if (count > 0) expect(shown).toBeGreaterThan(0)
    expect(size).toBeGreaterThanOrEqual(30)
    const rest = shown < count ? 46 + gap : 0
    if (shown > 1) expect(shown * size + (shown - 1) * gap + rest).toBeLessThanOrEqual(room + 1e-9)
  })
  fc.assert(anyRoom)
})

test('words are set larger where rows are taller', () => {
  expect([44, 54, 74, 90, 120, 150, 200].map((size) => textOf(size))).toEqual([
    { scale: 'tiny', lines: 1 },
    { scale: 'small', lines: 1 },
    { scale: 'small', lines: 2 },
    { scale: 'middle', lines: 2 },
    { scale: 'large', lines: 2 },
    { scale: 'large', lines: 3 },
    { scale: 'huge', lines: 3 },
  ])
})

test('equal ranks are a tie, no ranks are none', () => {
  const rows = [{ id: 'a', rank: 1 }, { id: 'b', rank: 2 }, { id: 'c', rank: 2 }, { id: 'd' }, { id: 'e' }]
  expect([...tiedIds(rows)]).toEqual(['b', 'c'])
})

test('four judged proposals have two lines of words and their grade, eight have one', () => {
  expect(gradeTextOf(planRows(4, 724, GRADE_ROWS).size)).toEqual({ scale: 'large', lines: 2 })
  expect(gradeTextOf(planRows(5, 724, GRADE_ROWS).size)).toEqual({ scale: 'middle', lines: 2 })
  expect(planRows(8, 724, GRADE_ROWS).shown).toBe(8)
  expect(gradeTextOf(planRows(8, 724, GRADE_ROWS).size)).toEqual({ scale: 'small', lines: 1 })
  expect(gradeTextOf(planRows(12, 724, GRADE_ROWS).size)).toEqual({ scale: 'flat', lines: 1 })
})

test('more rows than a page go on to pages of nearly the same length', () => {
  const rows = Array.from({ length: 26 }, (_, i) => i)
  expect(pagesOf(rows, 12).map(({ length }) => length)).toEqual([9, 9, 8])
  expect(pagesOf(rows, 12).flat()).toEqual(rows)
  expect(pagesOf(rows.slice(0, 12), 12)).toHaveLength(1)
  expect(pagesOf([], 12)).toEqual([[]])
  const whole = fc.property(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 20 }), (count, most) => {
    const pages = pagesOf(new Array<number>(count).fill(0), most)
    expect(pages.flat()).toHaveLength(count)
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(most)
    if (count > 0) expect(Math.min(...pages.map(({ length }) => length))).toBeGreaterThan(0)
  })
  fc.assert(whole)
})
