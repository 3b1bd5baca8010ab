import { expect, test } from 'vitest'
import { polak, type PolakCount, type PolakPaper } from './activity.ts'
import { fullest } from './count.ts'

const poll = polak.poll!
const paperOf = (s: object = {}) => poll.paper([], polak.settings.parse(s), (key) => key) as PolakPaper
const at = (x: number, y: number) => ({ self: { x, y } })

test('each person stands in one quadrant, and nobody is told which', () => {
  const result = poll.count(paperOf(), [at(9, 9), at(1, 9), at(9, 1), at(1, 1), at(5, 5)]) as PolakCount
  expect(result).toMatchObject({ n: 5, counts: { UR: 2, UL: 1, LR: 1, LL: 1 }, median: [5, 5] })
  expect(result).not.toHaveProperty('quadrants')
  expect(result.points[0]).toEqual([1, 1])
})

test('the middle may be moved', () => {
  expect((poll.count(paperOf({ midpoint: 6 }), [at(5, 5)]) as PolakCount).counts.LL).toBe(1)
  expect((poll.count(paperOf(), []) as PolakCount).median).toBeNull()
})

test('a ballot is a place', () => {
  expect(poll.check(paperOf(), at(0, 10))).toEqual(at(0, 10))
  expect(poll.check(paperOf(), {})).toMatchObject({ ok: false, code: 'bad-request' })
  expect(poll.check(paperOf(), { other: { x: 1, y: 1 } })).toMatchObject({ code: 'unknown-option' })
})

test('one corner leads, or none does', () => {
  expect(fullest({ UR: 3, UL: 1, LR: 2, LL: 0 })).toBe('UR')
  expect(fullest({ UR: 2, UL: 0, LR: 2, LL: 0 })).toBeNull()
  expect(fullest({ UR: 0, UL: 0, LR: 0, LL: 0 })).toBeNull()
})
