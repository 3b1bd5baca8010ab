// A screen that stays on: asked for again when the page comes back or the system lets go, and let go at the end.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { canStayAwake, stayAwake } from './awake.ts'

class Lock extends EventTarget {
  released = false
  release(): Promise<void> {
    this.released = true
    this.dispatchEvent(new Event('release'))
    return Promise.resolve()
  }
}

let locks: Lock[]
let refuses: boolean
let page: EventTarget & { visibilityState: string }

beforeEach(() => {
  vi.useFakeTimers()
  locks = []
  refuses = false
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const request = () => {
    if (refuses) return Promise.reject(new Error('battery'))
    locks.push(new Lock())
    return Promise.resolve(locks.at(-1))
  }
  vi.stubGlobal('navigator', { wakeLock: { request } })
  vi.stubGlobal('document', page)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settle = () => vi.advanceTimersByTimeAsync(6_000)

test('the lock that the system takes back is asked for again, and only one is held', async () => {
  const stop = stayAwake()
  await settle()
  page.dispatchEvent(new Event('visibilitychange'))
  await settle()
  expect(locks).toHaveLength(1)
  await locks[0]!.release()
  await settle()
  expect(locks.map(({ released }) => released)).toEqual([true, false])
  stop()
  await settle()
  expect(locks.map(({ released }) => released)).toEqual([true, true])
})

test('a refusal is not the last word, and a page out of sight waits until it is back', async () => {
  refuses = true
  const stop = stayAwake()
  await settle()
  refuses = false
  await settle()
  expect(locks).toHaveLength(1)
  page.visibilityState = 'hidden'
  await locks[0]!.release()
  await settle()
  expect(locks).toHaveLength(1)
  page.visibilityState = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  await settle()
  expect(locks).toHaveLength(2)
  stop()
})

test('without such a lock nothing is promised, and nothing fails', () => {
  vi.stubGlobal('navigator', {})
  expect(canStayAwake()).toBe(false)
  stayAwake()()
})
