// The real clock. Wall time is read once; from then on it advances by the monotonic clock, so a time step of the
// machine moves no timer of a room. Called by main.ts.
import type { Clock } from '../shared/clock.ts'

export function systemClock(): Clock {
  const start = Date.now() - performance.now()
  return {
    now: () => Math.round(start + performance.now()),
    after(ms, fn) {
      const timer = setTimeout(fn, Math.min(ms, 0x7fffffff))
      timer.unref()
      return () => clearTimeout(timer)
    },
  }
}
