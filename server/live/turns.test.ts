// One seat that talks without end holds up nobody: others take their turn in between.
import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('seats take turns, each in its own order, and never two at once', async () => {
  const turns = createTurns<never, never>(() => Promise.reject(new Error('nobody asked')))
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
  const turns = createTurns<never, never>(() => Promise.reject(new Error('nobody asked')))
  const failing = turns.of('v', () => Promise.reject(new Error('no')))
  const after = turns.of('v', () => Promise.resolve('yes'))
  await expect(failing).rejects.toThrow('no')
  expect(await after).toBe('yes')
  expect(await turns.alone(() => Promise.resolve('alone'))).toBe('alone')
})

test('neighbours in the line take one turn, in their order, and never across one that is alone', async () => {
  const turns = createTurns<string, string>((asked) => {
    done.push(asked.join(' '))
    return Promise.resolve(asked.map((one) => one.toUpperCase()))
  })
  const done: string[] = []
  const begun = turns.alone(() => new Promise((next) => setImmediate(next)))
  const first = ['a', 'b', 'c'].map((seat) => turns.beside(seat, `${seat}0`))
  const again = turns.beside('a', 'a1')
  await Promise.resolve()
  const alone = turns.of('d', async () => void done.push('alone'))
  await Promise.resolve()
  const later = turns.beside('e', 'e0')
  expect(await Promise.all([...first, again, later])).toEqual(['A0', 'B0', 'C0', 'A1', 'E0'])
  await Promise.all([begun, alone])
  // A seat has one word in the line at a time: its second comes behind what stood there by then.
  expect(done).toEqual(['a0 b0 c0', 'alone', 'e0 a1'])
  expect(turns.isQuiet).toBe(true)
})

test('where a common turn fails it fails for all of it, and for nobody else', async () => {
  let fails = true
  const turns = createTurns<number, number>((asked) =>
    fails ? Promise.reject(new Error('disk full')) : Promise.resolve(asked),
  )
  const lost = await Promise.allSettled([1, 2, 3].map((n) => turns.beside(`s${n}`, n)))
  expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  fails = false
  expect(await Promise.all([1, 2].map((n) => turns.beside(`s${n}`, n)))).toEqual([1, 2])
})

test('a common turn has an end: whoever comes behind is not held up by a whole hall', async () => {
  const sizes: number[] = []
  const turns = createTurns<number, number>((asked) => {
    sizes.push(asked.length)
    return Promise.resolve(asked)
  })
  await Promise.all(Array.from({ length: 450 }, (_, n) => turns.beside(`s${n}`, n)))
  expect(sizes).toEqual([200, 200, 50])
})
