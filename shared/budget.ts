// A token bucket: so many a second, so many at once. Pure: time is an argument. Called by both gateways and the guess limiter.

export interface Budget {
  /** Takes one (or `cost`); false when there is none left. `now` in milliseconds. */
  take(now: number, cost?: number): boolean
  /** Milliseconds until one can be taken. */
  wait(now: number): number
}

export function createBudget(perSecond: number, burst: number): Budget {
  let left = burst
  let since: number | null = null
  const refill = (now: number) => {
    if (since !== null) left = Math.min(burst, left + (Math.max(0, now - since) * perSecond) / 1000)
    since = now
  }
  return {
    take(now, cost = 1) {
      refill(now)
      if (left < cost) return false
      left -= cost
      return true
    },
    wait(now) {
      refill(now)
      return left >= 1 ? 0 : Math.ceil(((1 - left) * 1000) / perSecond)
    },
  }
}
