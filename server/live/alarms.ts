// What the server does by itself in one workshop: when a clock runs out, and when nobody changes a ballot any more, where the
// step says so (S5, S66). Called by session.ts.
import type { Clock } from '../../shared/clock.ts'
import type { Command } from '../../shared/session/commands.ts'
import { openRound } from '../../shared/session/state.ts'
import type { Place } from './place.ts'

export interface Alarms {
  /** The session is another one than before. */
  clock(): void
  /** A ballot has been accepted. */
  moved(): void
  /** True while something is to happen by itself. */
  readonly pending: boolean
  stop(): void
}

export interface AlarmDeps {
  place: Place
  clock: Clock
  now: () => number
  /** How many have a ballot in the open poll. */
  voters: () => number
  byItself(command: Command): void
}

export function createAlarms({ place, clock, now, voters, byItself }: AlarmDeps): Alarms {
  let cancelClock: (() => void) | null = null
  let cancelStill: (() => void) | null = null
  /** The poll whose stillness is being waited for. */
  let waiting: string | null = null

  const stepNow = () => {
    const { at } = place.row.session
    return at ? place.running(at.activity)?.steps[at.step] : undefined
  }

  function moved(): void {
    cancelStill?.()
    cancelStill = null
    const round = openRound(place.row.session)
    const still = stepNow()?.still
    waiting = round?.id ?? null
    if (!round || !still || voters() < still.from) return
    cancelStill = clock.after(still.seconds * 1000, () => {
      const running = place.row.session.clock
      if (openRound(place.row.session)?.id !== round.id) return
      // A room that pauses has not gone still.
      if (running && 'left' in running) moved()
      else byItself({ kind: 'pollClose' })
    })
  }

  return {
    clock() {
      cancelClock?.()
      cancelClock = null
      if ((openRound(place.row.session)?.id ?? null) !== waiting) moved()
      const running = place.row.session.clock
      const kind = stepNow()?.timeUp
      if (!kind || !running || !('endsAt' in running)) return
      cancelClock = clock.after(Math.max(0, running.endsAt - now()), () =>
        byItself(kind === 'lock' ? { kind, on: true } : { kind }),
      )
    },
    moved,
    get pending() {
      return cancelClock !== null || cancelStill !== null
    },
    stop() {
      cancelClock?.()
      cancelStill?.()
    },
  }
}
