// Rows on a wall: as many as fit, never more than eight, never too small to be read, the others counted.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BAR_ROWS, GRADE_ROWS, gradeTextOf, planRows, roomier, textOf, tiedIds } from './rows.ts'

test('eight rows in the usual height, and the others have a line', () => {
  expect(planRows(8, 720, BAR_ROWS)).toEqual({ shown: 8, size: (720 - 56) / 8 })
  expect(planRows(12, 720, BAR_ROWS)).toEqual({ shown: 8, size: (720 - 54 - 56) / 8 })
})

test('a few rows grow up to a point', () => {
  expect(planRows(2, 720, BAR_ROWS)).toEqual({ shown: 2, size: 200 })
})

test('little room shows fewer rows, not smaller ones', () => {
  const { shown, size } = planRows(12, 400, BAR_ROWS)
  expect(shown).toBe(5)
  expect(size).toBeGreaterThanOrEqual(54)
})

test('whatever the room, rows and their line fit in it, or one row is left', () => {
  const anyRoom = fc.property(fc.nat({ max: 60 }), fc.nat({ max: 900 }), (count, room) => {
    const { shown, size } = planRows(count, room, BAR_ROWS)
    expect(shown).toBeLessThanOrEqual(Math.min(8, count))
    if (count > 0) expect(shown).toBeGreaterThan(0)
    expect(size).toBeGreaterThanOrEqual(54)
    const rest = shown < count ? 54 : 0
    if (shown > 1) expect(shown * size + (shown - 1) * 8 + rest).toBeLessThanOrEqual(room + 1e-9)
  })
  fc.assert(anyRoom)
})

test('words are set larger where rows are taller', () => {
  expect([54, 74, 90, 120, 150, 200].map((size) => textOf(size))).toEqual([
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
})

test('where some have no row anyway, long words get a second line instead of one row more', () => {
  const rows = (count: number, label: string) => Array.from({ length: count }, () => ({ label }))
  const long = 'x'.repeat(80)
  expect(roomier(rows(12, 'short'), GRADE_ROWS)).toBe(GRADE_ROWS)
  expect(roomier(rows(8, long), BAR_ROWS)).toBe(BAR_ROWS)
  const grades = planRows(12, 690, roomier(rows(12, long), GRADE_ROWS))
  expect([grades.shown, gradeTextOf(grades.size).lines]).toEqual([5, 2])
  const bars = planRows(12, 500, roomier(rows(12, long), BAR_ROWS))
  expect([bars.shown, textOf(bars.size).lines]).toEqual([6, 2])
})
