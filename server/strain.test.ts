// What gives way follows how long the loop has been full, and comes back when it breathes again.
import { describe, expect, it } from 'vitest'
import { handClock } from '../tests/support/clock.ts'
import { createStrain, loopShare } from './strain.ts'

/** Levels after each look at these shares. */
async function levels(shares: number[]): Promise<number[]> {
  const clock = handClock(0)
  const left = [...shares]
  const strain = createStrain(clock, () => left.shift()!)
  const seen: number[] = []
  while (left.length > 0) {
    await clock.wind(500)
    seen.push(strain.level)
  }
  strain.stop()
  return seen
}

describe('the strain of the house', () => {
  it('does not mind a moment', async () => {
    expect(await levels([0.2, 1, 0.3, 1, 0.5])).toEqual([0, 0, 0, 0, 0])
  })

  it('rises past 0.8 of the loop and falls below 0.7, not in between', async () => {
    expect(await levels([0.85, 0.85, 0.75, 0.75, 0.6, 0.85])).toEqual([0, 1, 1, 1, 0, 0])
  })

  it('is full after five seconds without a breath, and not longer than that lasts', async () => {
    expect(await levels(Array<number>(11).fill(1))).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2])
    expect((await levels([...Array<number>(10).fill(1), 0.9])).at(-1)).toBe(1)
    expect((await levels([...Array<number>(10).fill(1), 0.1])).at(-1)).toBe(0)
  })

  it('sees a loop that is busy', () => {
    const share = loopShare()
    const until = performance.now() + 30
    while (performance.now() < until);
    const busy = share()
    expect(busy).toBeGreaterThanOrEqual(0)
    expect(busy).toBeLessThanOrEqual(1)
  })
})
