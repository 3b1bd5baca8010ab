// How a dot vote is drawn: one dot for each voice while that can be, and rows on both sides of the line.
import { expect, test } from 'vitest'
import { dotScale, drawn } from './drawing.ts'
import type { DotRow } from './ranking.ts'

const rows = (count: number, kept: number): DotRow[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `o${i}`,
    label: `o${i}`,
    rank: i + 1,
    dots: 100 - i,
    people: 1,
    kept: i < kept,
  }))

test('dots shrink, then wrap into two lines, then become a bar', () => {
  expect(dotScale(21)).toMatchObject({ size: 33, lines: 1 })
  expect(dotScale(25)).toMatchObject({ size: 26, lines: 1 })
  expect(dotScale(40)).toMatchObject({ lines: 2 })
  expect(dotScale(300)).toBeNull()
})

test('a larger vote is never drawn with larger dots in a line', () => {
  const width = (most: number) => {
    const scale = dotScale(most)
    return scale ? Math.ceil(most / scale.lines) * (scale.size + scale.gap) : 0
  }
  for (let most = 1; most <= 400; most++) expect(width(most)).toBeLessThanOrEqual(840)
})

test('what has no row is counted on its side of the line', () => {
  expect(drawn(rows(8, 4), 8)).toMatchObject({ keptRest: 0, outRest: 0 })
  expect(drawn(rows(45, 4), 8)).toMatchObject({ keptRest: 0, outRest: 37 })
  const many = drawn(rows(45, 12), 8)
  expect([many.kept.length, many.keptRest, many.out.length, many.outRest]).toEqual([8, 4, 0, 33])
})
