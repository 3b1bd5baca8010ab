// Windows: at once after quiet, 16 ms in sustained traffic, wider with the cost of sending, 250 ms at the very most.
import { describe, expect, it } from 'vitest'
import { handClock } from '../../tests/support/clock.ts'
import { Pace } from './pace.ts'
import { Tide } from './tide.ts'

/** Times of the runs, of one call each millisecond for `ms`, where each fan-out costs `cost`. */
async function runs(cost: number, ms: number): Promise<number[]> {
  const clock = handClock(0)
  const times: number[] = []
  const pace = new Pace(clock, () => {
    times.push(clock.now())
    pace.spent(cost)
  })
  for (let t = 0; t < ms; t++) {
    pace.soon()
    await clock.wind(1)
  }
  pace.stop()
  return times
}

describe('the pace of a document', () => {
  it('runs at once when it was quiet', async () => {
    expect((await runs(0, 1))[0]).toBe(0)
  })

  it('keeps the windows that the rules name', async () => {
    expect(await runs(0, 40)).toEqual([0, 16, 32])
    expect(await runs(1, 50)).toEqual([0, 20, 40])
    expect(await runs(3, 130)).toEqual([0, 60, 120])
    expect(await runs(10, 140)).toEqual([0, 66, 132])
    expect(await runs(25, 160)).toEqual([0, 75, 150])
    expect(await runs(40, 250)).toEqual([0, 120, 240])
    expect(await runs(1000, 510)).toEqual([0, 250, 500])
  })

  it('widens with what sending takes, not with one fan-out that was held up', async () => {
    const clock = handClock(0)
    const times: number[] = []
    const costs = [3, 3, 80, 3, 40, 40, 40]
    const pace = new Pace(clock, () => {
      times.push(clock.now())
      pace.spent(costs[times.length - 1] ?? 3)
    })
    for (let t = 0; t <= 540; t++) {
      pace.soon()
      await clock.wind(1)
    }
    pace.stop()
    expect(times).toEqual([0, 60, 120, 180, 240, 300, 420, 540])
  })

  it('waits longer while the event loop is busy', async () => {
    const clock = handClock(0)
    const times: number[] = []
    const strain = { level: 1 as 0 | 1 }
    const pace = new Pace(
      clock,
      () => {
        times.push(clock.now())
        pace.spent(1)
      },
      strain,
    )
    for (let t = 0; t < 250; t++) {
      if (t === 150) strain.level = 0
      pace.soon()
      await clock.wind(1)
    }
    pace.stop()
    expect(times).toEqual([0, 100, 200, 220, 240])
  })

  it('runs again at once after a quiet spell, and not after stop()', async () => {
    const clock = handClock(0)
    let count = 0
    const pace = new Pace(clock, () => void count++)
    pace.soon()
    await clock.wind(100)
    pace.soon()
    expect(count).toBe(2)
    pace.soon()
    pace.stop()
    await clock.wind(100)
    expect(count).toBe(2)
  })

  it('runs at common moments while many rooms are written in, and no longer once they are not', async () => {
    const clock = handClock(0)
    const tide = new Tide()
    const ran: number[] = []
    const pace = new Pace(clock, () => void ran.push(clock.now()), undefined, tide)
    const others = Array.from({ length: 20 }, () => new Pace(clock, () => undefined, undefined, tide))
    pace.soon()
    expect(ran).toEqual([0])
    for (const other of others) other.now()
    await clock.wind(105)
    pace.soon()
    pace.soon()
    await clock.wind(14)
    expect(ran).toEqual([0])
    // Another that has something a moment later runs in the same turn, one that is stopped does not.
    const late = new Pace(clock, () => void ran.push(-1), undefined, tide)
    const gone = new Pace(clock, () => void ran.push(-2), undefined, tide)
    for (const one of [late, gone]) one.soon()
    gone.stop()
    await clock.wind(1)
    expect(ran).toEqual([0, 120, -1])
    // Its own window is kept: it runs at the first common moment after it.
    pace.soon()
    await clock.wind(39)
    expect(ran).toHaveLength(3)
    await clock.wind(1)
    expect(ran).toEqual([0, 120, -1, 160])
    await clock.wind(2000)
    pace.soon()
    expect(ran).toEqual([0, 120, -1, 160, 2160])
  })
})
