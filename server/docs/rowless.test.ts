// An empty pad is not read; one that has rows, or may have got some, always is.
import { expect, test } from 'vitest'
import { Rowless } from './rowless.ts'

test('names are asked for once; what was handed out once is read the next time', async () => {
  let asked = 0
  const rowless = new Rowless(() => Promise.resolve([`pad.a1.s${++asked}`]))
  const all = await Promise.all(['pad.a1.s1', 'pad.a1.s2', 'pad.a1.s2'].map((name) => rowless.is(name)))
  expect(all).toEqual([false, true, false])
  expect(await rowless.is('pad.a1.s2')).toBe(false)
  expect(asked).toBe(1)
})

test('while the store does not answer nobody is told that there is nothing, and it is asked again', async () => {
  let down = true
  const rowless = new Rowless(() => (down ? Promise.reject(new Error('down')) : Promise.resolve([])))
  const tries = await Promise.allSettled([rowless.is('plan'), rowless.is('plan')])
  expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  down = false
  expect(await rowless.is('plan')).toBe(true)
})
