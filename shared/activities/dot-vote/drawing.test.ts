// How a dot vote is drawn: one dot for each voice while that can be, and room for the words.
import { expect, test } from 'vitest'
import { dotScale, wordsWidth } from './drawing.ts'

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

test('few dots leave more room to the words, and never more than there is', () => {
  expect([1, 4, 9].map((most) => wordsWidth(most, dotScale(most)))).toEqual([1080, 1080, 1068])
  expect(wordsWidth(300, null)).toBe(622)
  for (let most = 1; most <= 50; most++) {
    const scale = dotScale(most)!
    const dots = Math.ceil(most / scale.lines) * (scale.size + scale.gap)
    expect(dots + wordsWidth(most, scale)).toBeLessThanOrEqual(622 + 808 + scale.gap)
  }
})
