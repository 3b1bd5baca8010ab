// Which pages a server goes on serving after a deploy.
import { expect, test } from 'vitest'
import { speaks } from './wire.ts'

test('a server speaks its own version and the one before, and nothing else', () => {
  expect([0, 1, 2, 3, 4].map((v) => speaks(v, 3))).toEqual([false, false, true, true, false])
  expect([0, 1, 2].map((v) => speaks(v, 1))).toEqual([false, true, false])
  expect([undefined, null, '1', NaN, {}].map((v) => speaks(v))).toEqual([false, false, false, false, false])
})
