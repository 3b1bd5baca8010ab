// New notes: which move, how, and that a reveal is over in time whatever its size.
import { expect, test } from 'vitest'
import { arrivals } from './arrival.ts'

const ids = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`)

test('nothing moves at the first look, and known notes never move', () => {
  expect(arrivals(null, ids(20)).size).toBe(0)
  expect(arrivals(new Set(ids(20)), ids(20)).size).toBe(0)
})

test('single notes drop at once', () => {
  const fresh = arrivals(new Set(ids(5)), ids(7))
  expect([...fresh]).toEqual([
    ['n5', { motion: 'drop', delay: 0 }],
    ['n6', { motion: 'drop', delay: 0 }],
  ])
})

test.each([4, 16, 300])('a crowd of %i turns over left to right, the last begins within 180 ms', (count) => {
  const fresh = [...arrivals(new Set(), ids(count)).values()]
  const delays = fresh.map((arrival) => arrival.delay)
  expect(fresh.every((arrival) => arrival.motion === 'turn')).toBe(true)
  expect(delays).toEqual([...delays].sort((a, b) => a - b))
  expect(delays.at(-1)).toBeLessThanOrEqual(180)
  expect(delays[1]).toBeLessThanOrEqual(30)
})
