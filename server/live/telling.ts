// Sends snapshots: at once to the seat that caused them, to the others in the same turn or in a short common window. Called by session.ts.
import type { Clock } from '../../shared/clock.ts'
import { FEW_VOTERS } from '../../shared/limits.ts'
import { openRound } from '../../shared/session/state.ts'
import type { Role, Snapshot } from '../../shared/wire.ts'
import type { Ballots } from './ballots.ts'
import type { Place } from './place.ts'
import type { Connection, Presence } from './presence.ts'

interface TellingDeps {
  place: Place
  presence: Presence
  ballots: Ballots
  clock: Clock
  view(seat: { id: string; role: Role }): Promise<Snapshot>
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
  /** A ballot of this seat was stored: its own devices learn their choice, everybody learns the number. */
  voted(seat: string): Promise<void>
  /** Paper or ballots were changed by the desk: live figures follow. */
  recount(): void
  stop(): void
}

const LIVE_PERIOD = 500
/** Where people weigh what the group says, it moves no oftener than this (methods, sheet B5). */
const CALM_PERIOD = 2000
const WINDOW = 100

export function createTelling({ place, presence, ballots, clock, view }: TellingDeps): Telling {
  let live: unknown
  let cancel: (() => void) | null = null

  async function tell(connection: Connection): Promise<void> {
    connection.send('session', await view({ id: connection.seat, role: connection.role }))
  }

  async function all(first?: string): Promise<void> {
    if (!openRound(place.row.session)) live = undefined
    const order = [...presence.connections].sort(
      (a, b) => Number(b.seat === first) - Number(a.seat === first),
    )
    await Promise.all(order.map(tell))
    presence.changed()
    if (place.row.session.ended !== null) for (const connection of order) connection.send('ended', {})
  }

  async function desks(): Promise<void> {
    await Promise.all([...presence.connections].filter(({ role }) => role === 'facilitator').map(tell))
  }

  let window: Promise<void> | null = null

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
    async voted(seat) {
      await Promise.all([...presence.of(seat)].map(tell))
      presence.changed()
      scheduleLive()
    },
    recount: scheduleLive,
    stop: () => cancel?.(),
  }
}
