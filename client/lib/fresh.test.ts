// An old page goes once, and its successor says so once.
import { beforeEach, expect, test, vi } from 'vitest'
import { hasReloaded, reloadOnce } from './fresh.ts'
import { FakeStorage } from './storage.fake.ts'

beforeEach(() => {
  FakeStorage.full = false
  vi.stubGlobal('sessionStorage', new FakeStorage())
})

test('a page reloads itself once in ten minutes, and no oftener', () => {
  const reload = vi.fn()
  expect([0, 1000, 599_999].map((now) => reloadOnce(now, reload))).toEqual([true, false, false])
  expect(reload).toHaveBeenCalledTimes(1)
  expect(reloadOnce(600_000, reload)).toBe(true)
})

test('it is said once after each time', () => {
  expect(hasReloaded()).toBe(false)
  reloadOnce(0, () => {})
  expect([hasReloaded(), hasReloaded()]).toEqual([true, false])
  reloadOnce(700_000, () => {})
  expect(hasReloaded()).toBe(true)
})

test('a browser that keeps nothing never goes: it would not know when to stop', () => {
  FakeStorage.full = true
  const reload = vi.fn()
  expect(reloadOnce(0, reload)).toBe(false)
  expect(reload).not.toHaveBeenCalled()
})
