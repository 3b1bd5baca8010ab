// How much fits: the arithmetic of stacks, lines, glyph rows and lists.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitFromEnd, glyphRows, linesFor, listCells, planColumn } from './fit.ts'

describe('fitFromEnd', () => {
  test('counts from the last, with the space between', () => {
    expect(fitFromEnd([100, 100, 100], 10, 210)).toBe(2)
    expect(fitFromEnd([100, 100, 100], 10, 320)).toBe(3)
    expect(fitFromEnd([50, 200, 100], 10, 310)).toBe(2)
  })

  test('one is shown where there is any, even where it is too tall', () => {
    expect(fitFromEnd([900], 10, 100)).toBe(1)
    expect(fitFromEnd([], 10, 100)).toBe(0)
  })
})

describe('linesFor', () => {
  test('a note alone takes all the room, others a usual length', () => {
    expect(linesFor(1, 600, 30, 40)).toBe(18)
    expect(linesFor(4, 600, 30, 40)).toBe(9)
    expect(linesFor(4, 100, 30, 40)).toBe(2)
  })
})

describe('planColumn', () => {
  const heights = Array.from({ length: 10 }, () => 100)
  const plan = (room: number, perRow: number, most: number) =>
    planColumn(
      (rows) => [fitFromEnd(heights, 0, room - (rows === Infinity ? 1 : rows) * 20)],
      ([count]) => heights.length - count!,
      (glyphs) => Math.ceil(glyphs / perRow),
      most,
    )

  test('no row where everything fits, as few as are needed otherwise', () => {
    expect(plan(1000, 4, 5)).toEqual({ counts: [10], rows: 0 })
    expect(plan(960, 4, 5)).toEqual({ counts: [9], rows: 1 })
    expect(plan(460, 4, 5)).toEqual({ counts: [4], rows: 2 })
  })

  test('very many are told by numbers', () => {
    expect(plan(220, 1, 3)).toEqual({ counts: [2], rows: Infinity })
  })

  test('the rows it gives always hold what it leaves over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1200 }), fc.integer({ min: 1, max: 12 }), (room, perRow) => {
        const { counts, rows } = plan(room, perRow, 4)
        const left = heights.length - counts[0]!
        expect(rows === Infinity || Math.ceil(left / perRow) <= rows).toBe(true)
      }),
    )
  })
})

test('glyphs and their label share the rows', () => {
  expect(glyphRows(6, 280, 28, 4)).toBe(1)
  expect(glyphRows(7, 280, 28, 4)).toBe(2)
})

test('a list takes a second column only where one is not enough, and keeps a cell for the rest', () => {
  expect(listCells(4, 500, 100)).toEqual({ columns: 1, rows: 4, shown: 4 })
  expect(listCells(8, 500, 100)).toEqual({ columns: 2, rows: 4, shown: 8 })
  expect(listCells(45, 500, 100)).toEqual({ columns: 2, rows: 5, shown: 9 })
})
