// One seat that talks without end holds up nobody: others take their turn in between.
import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('seats take turns, each in its own order, and never two at once', async () => {
  const turns = createTurns()
  const done: string[] = []
  let running = 0
  const say = (seat: string, word: number) =>
    turns.of(seat, async () => {
      expect(++running).toBe(1)
      await new Promise((next) => setImmediate(next))
      running--
      done.push(`${seat}${word}`)
    })
  const loud = Array.from({ length: 50 }, (_, n) => say('v', n))
  expect(turns.waiting('v')).toBe(50)
  const quiet = [say('a', 0), say('b', 0), say('a', 1)]
  await Promise.all(quiet)
  expect(done.filter((one) => one.startsWith('v')).length).toBeLessThanOrEqual(3)
  expect(done.filter((one) => one.startsWith('a'))).toEqual(['a0', 'a1'])
  await Promise.all(loud)
  expect(done.filter((one) => one.startsWith('v'))).toEqual(Array.from({ length: 50 }, (_, n) => `v${n}`))
  expect(turns.waiting('v')).toBe(0)
})

test('one that fails holds up nothing', async () => {
  const turns = createTurns()
  const failing = turns.of('v', () => Promise.reject(new Error('no')))
  const after = turns.of('v', () => Promise.resolve('yes'))
  await expect(failing).rejects.toThrow('no')
  expect(await after).toBe('yes')
  expect(await turns.alone(() => Promise.resolve('alone'))).toBe('alone')
})
