// Sends snapshots: at once to the seat that caused them, to the others in the same turn or in a short common window. Called by session.ts.
import type { Clock } from '../../shared/clock.ts'
import { FEW_VOTERS } from '../../shared/limits.ts'
import { openRound } from '../../shared/session/state.ts'
import type { Role, Snapshot } from '../../shared/wire.ts'
import type { Ballots } from './ballots.ts'
import type { Place } from './place.ts'
import type { Connection, Presence } from './presence.ts'
import { hallPeriod } from './slices.ts'

interface TellingDeps {
  place: Place
  presence: Presence
  ballots: Ballots
  clock: Clock
  view(seat: { id: string; role: Role; screen?: Connection['screen'] }): Promise<Snapshot>
}

export interface Telling {
  /** Figures of an open poll whose step shows them live; undefined while they must not be shown. */
  readonly live: unknown
  /** Everybody gets a fresh snapshot; the seat `first` before the others. Resolves when all have left. */
  all(first?: string): Promise<void>
  /** Only desks get a fresh snapshot: the programme has changed, which nobody else sees. */
  desks(): Promise<void>
  /** After a participant's command: their own devices at once, the others in the next common window. Resolves when all have been told. */
  soon(seat: string): Promise<void>
  /** The same, where nobody else but desks and walls is concerned. */
  screens(seat: string): Promise<void>
  /**
   * A ballot of this seat was stored: its own devices learn their choice, at once or, where many vote at the same moment,
   * in the next window; everybody learns the number.
   */
  voted(seat: string): Promise<void>
  /** Paper or ballots were changed by the desk: live figures follow. */
  recount(): void
  stop(): void
}

const LIVE_PERIOD = 500
/** Where people weigh what the group says, it moves no oftener than this (docs/foresight.md#delphi). */
const CALM_PERIOD = 2000
const WINDOW = 100
/** Snapshots that are made in one go: what comes in meanwhile waits no longer than these take. */
const AT_A_TIME = 40
/** Voters of one window who are told before their ballot is answered. */
const AT_ONCE = 5

export function createTelling({ place, presence, ballots, clock, view }: TellingDeps): Telling {
  let live: unknown
  let cancel: (() => void) | null = null

  async function tell(connection: Connection): Promise<void> {
    connection.send('session', await view({ ...connection, id: connection.seat }))
  }

  /** Some at a time: thousands of snapshots in one go would hold up every ballot and every note of the house. */
  async function tellThem(order: Connection[]): Promise<void> {
    for (let from = 0; from < order.length; from += AT_A_TIME) {
      if (from > 0) await new Promise(setImmediate)
      await Promise.all(order.slice(from, from + AT_A_TIME).map(tell))
    }
  }

  const voters = new Set<string>()
  let told = 0
  let cancelVoters: (() => void) | null = null

  function tellVoters(): void {
    cancelVoters = null
    told = 0
    const order = [...voters].flatMap((seat) => [...presence.of(seat)])
    voters.clear()
    // Where the store does not answer, the seat keeps what it had: the answer to its ballot has told it already.
    tellThem(order).catch(() => undefined)
  }

  async function all(first?: string): Promise<void> {
    if (!openRound(place.row.session)) live = undefined
    const order = [...presence.connections].sort(
      (a, b) => Number(b.seat === first) - Number(a.seat === first),
    )
    await tellThem(order)
    presence.changed()
    if (place.row.session.ended !== null) for (const connection of order) connection.send('ended', {})
  }

  async function desks(): Promise<void> {
    await Promise.all([...presence.connections].filter(({ role }) => role === 'facilitator').map(tell))
  }

  let window: Promise<void> | null = null

  let screenWindow: Promise<void> | null = null

  async function screens(seat: string): Promise<void> {
    await Promise.all([...presence.of(seat)].map(tell))
    screenWindow ??= new Promise<void>((resolve) => clock.after(WINDOW, resolve)).then(() => {
      screenWindow = null
      return tellThem(
        [...presence.connections].filter(({ role }) => role === 'facilitator' || role === 'wall'),
      )
    })
    return screenWindow
  }

  async function soon(seat: string): Promise<void> {
    await Promise.all([...presence.of(seat)].map(tell))
    window ??= new Promise<void>((resolve) => clock.after(WINDOW, resolve)).then(() => {
      window = null
      return all()
    })
    return window
  }

  async function recount(): Promise<void> {
    const round = openRound(place.row.session)
    const it = round && place.running(round.activity)
    if (!round || !it) return
    const { result, voted } = await ballots.count(round, it)
    const step = stepNow()
    const thin = voted < FEW_VOTERS && (round.secrecy === 'secret' || step?.results === 'answered')
    live = thin ? undefined : result
    await all()
  }

  function stepNow() {
    const { at } = place.row.session
    return at ? place.running(at.activity)?.steps[at.step] : undefined
  }

  function scheduleLive(): void {
    const shown = stepNow()?.results
    if (cancel || (shown !== 'live' && shown !== 'answered')) return
    cancel = clock.after(shown === 'live' ? LIVE_PERIOD : CALM_PERIOD, () => {
      cancel = null
      recount().catch(() => scheduleLive())
    })
  }

  return {
    get live() {
      return live
    },
    all,
    desks,
    soon,
    screens,
    async voted(seat) {
      cancelVoters ??= clock.after(Math.max(WINDOW, hallPeriod(presence.connections.size)), tellVoters)
      if (told++ < AT_ONCE) await Promise.all([...presence.of(seat)].map(tell))
      else voters.add(seat)
      presence.changed()
      scheduleLive()
    },
    recount: scheduleLive,
    stop() {
      cancel?.()
      cancelVoters?.()
    },
  }
}
