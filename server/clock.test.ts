// Somebody sets the clock of the machine: no timer of a room moves (N9).
import { expect, onTestFinished, test, vi } from 'vitest'
import { systemClock } from './clock.ts'

test.each([3_600_000, -3_600_000])('the machine is set by %d ms, the clock goes on as before', (jump) => {
  const clock = systemClock()
  const [before, real] = [clock.now(), Date.now()]
  const set = vi.spyOn(Date, 'now').mockReturnValue(real + jump)
  onTestFinished(() => set.mockRestore())
  expect(Math.abs(clock.now() - before)).toBeLessThan(60_000)
})
