// How busy the event loop is, and so what has to give way: first how often things are told, at the very end who comes in.
// Started by the house; asked by documents, counts, the door and exports.
import { performance, type EventLoopUtilization } from 'node:perf_hooks'
import type { Clock } from '../shared/clock.ts'

/** 0: everything. 1: longer windows, no cursors. 2: newcomers and large files wait as well. */
export type Level = 0 | 1 | 2

export interface Strain {
  readonly level: Level
}

export interface StrainGauge extends Strain {
  stop(): void
}

/** Nothing is ever too much: for parts that run by themselves. */
export const CALM: Strain = Object.freeze({ level: 0 })

/** Milliseconds between two looks. */
const EVERY = 500
/** Shares of the time that the loop was busy between two looks. */
const BUSY = 0.8
const FULL = 0.97
const RELIEVED = 0.7
/** Looks in a row: a burst that lasts a moment, as when a room comes back after a cut, changes nothing. */
const LOOKS_BUSY = 2
const LOOKS_FULL = 10

/** Share of the time that the loop was busy since the last call. */
export function loopShare(): () => number {
  let last: EventLoopUtilization = performance.eventLoopUtilization()
  return () => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, last)
    last = now
    return utilization
  }
}

/** Looks twice a second until stop(). */
export function createStrain(clock: Clock, share: () => number = loopShare()): StrainGauge {
  let level: Level = 0
  let [busy, full] = [0, 0]
  let cancel = clock.after(EVERY, look)

  function look(): void {
    cancel = clock.after(EVERY, look)
    const now = share()
    busy = now > BUSY ? busy + 1 : 0
    full = now > FULL ? full + 1 : 0
    if (full >= LOOKS_FULL) level = 2
    else if (busy >= LOOKS_BUSY) level = level === 2 && full > 0 ? 2 : 1
    else if (now < RELIEVED) level = 0
  }

  return {
    get level() {
      return level
    },
    stop: () => cancel(),
  }
}
