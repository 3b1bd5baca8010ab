// A clock wound by hand.
import type { Clock } from '../../shared/clock.ts'

export interface HandClock extends Clock {
  /** Lets that many milliseconds pass, running what falls due in order; awaits what it starts. */
  wind(ms: number): Promise<void>
}

export function handClock(start = 1_000_000): HandClock {
  let time = start
  let waiting: { at: number; fn: () => void }[] = []
  return {
    now: () => time,
    after(ms, fn) {
      const entry = { at: time + ms, fn }
      waiting.push(entry)
      return () => void (waiting = waiting.filter((one) => one !== entry))
    },
    async wind(ms) {
      const end = time + ms
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve))
        const due = waiting.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        waiting = waiting.filter((entry) => entry !== due)
        time = Math.max(time, due.at)
        due.fn()
      }
      time = end
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
