// A chunk that cannot be fetched for a while arrives in the end, and one that never can is an error.
import { expect, test } from 'vitest'
import { lazy } from './lazy.ts'

function after(failures: number) {
  let calls = 0
  return {
    load: async () => {
      if (calls++ < failures) throw new TypeError('Failed to fetch dynamically imported module')
      return 'chunk'
    },
    calls: () => calls,
  }
}

test('it is fetched again until it is there, with longer waits', async () => {
  const chunk = after(7)
  const waits: number[] = []
  expect(await lazy(chunk.load, async (ms) => void waits.push(ms))).toBe('chunk')
  expect(chunk.calls()).toBe(8)
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000])
})

test('what never comes is an error in the end', async () => {
  const chunk = after(Infinity)
  await expect(lazy(chunk.load, async () => {})).rejects.toThrow('Failed to fetch')
  expect(chunk.calls()).toBe(40)
})
