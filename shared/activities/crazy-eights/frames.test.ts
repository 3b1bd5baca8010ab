import { expect, test } from 'vitest'
import { frameAt, FRAMES } from './frames.ts'

const MINUTE = 60_000

test('a frame lasts its minute, and the next one begins when it is over', () => {
  expect(frameAt(8 * MINUTE, 1)).toEqual({ frame: 1, left: MINUTE })
  expect(frameAt(7 * MINUTE + 1, 1)).toEqual({ frame: 1, left: 1 })
  expect(frameAt(7 * MINUTE, 1)).toEqual({ frame: 2, left: MINUTE })
  expect(frameAt(0.5 * MINUTE, 1)).toEqual({ frame: 8, left: 0.5 * MINUTE })
  expect(frameAt(3 * MINUTE, 0.5)).toEqual({ frame: 3, left: 0.5 * MINUTE })
})

test('time added goes to the first frame, and the last one stays when the clock has run out', () => {
  expect(frameAt(10 * MINUTE, 1)).toEqual({ frame: 1, left: 3 * MINUTE })
  expect(frameAt(0, 1)).toEqual({ frame: FRAMES, left: 0 })
})
