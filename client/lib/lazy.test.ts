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
  const still = async () => {}
  expect(await lazy(chunk.load, async (ms) => void waits.push(ms), still)).toBe('chunk')
  expect(chunk.calls()).toBe(8)
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000])
})

test('what never comes is an error in the end', async () => {
  const chunk = after(Infinity)
  const still = async () => {}
  await expect(lazy(chunk.load, still, still)).rejects.toThrow('Failed to fetch')
  expect(chunk.calls()).toBe(40)
})

test('a page that misses a part again and again asks whether it is outdated, not at the first stumble', async () => {
  let asked = 0
  const still = async () => {}
  await lazy(after(2).load, still, async () => void asked++)
  expect(asked).toBe(0)
  await lazy(after(4).load, still, async () => void asked++)
  expect(asked).toBe(2)
})
