// Who is let in, and by which node: this one, or another through a channel. Called by gateway.ts.
import type { Clock } from '../../shared/clock.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { RefusalCode } from '../../shared/wire.ts'
import type { Channel } from '../cluster/channel.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { Seats } from '../seats.ts'
import type { SeatRow } from '../store/store.ts'
import type { Auth } from './arrival.ts'
import type { LiveSession } from './session.ts'
import type { Sessions } from './sessions.ts'

export interface AdmissionDeps {
  sessions: Sessions
  seats: Seats
  clock: Clock
  /** null for a house alone. */
  cluster: Cluster | null
}

/** Of devices whose workshop has got another node: tries, milliseconds between them, and after the device before. */
const MOVES = 10
const AGAIN = 500
const BEHIND = 0.5

/** What a device has found out about itself. */
export interface Arrived {
  seat: SeatRow
  session: LiveSession
  auth: Auth
}

/** Where a device is let in: by this node, or by another one through a channel. Rejects where nobody can tell now. */
export async function find(
  auth: Auth,
  deps: AdmissionDeps,
): Promise<Arrived | { channel: Channel } | RefusalCode> {
  if (typeof auth.token !== 'string') return 'not-your-seat'
  const workshop = deps.cluster && (await deps.seats.workshopOf(auth.token))
  const node = workshop && (await deps.cluster!.elsewhere(workshop))
  return node ? ask(node, workshop, auth, deps) : judge(auth, deps)
}

/** Whether a token lets one more device in. */
export async function judge(auth: Auth, { seats, sessions }: AdmissionDeps): Promise<Arrived | RefusalCode> {
  const seat = await seats.find(String(auth.token))
  if (!seat) return 'not-your-seat'
  const session = await sessions.get(seat.workshop)
  if (!session) return 'gone'
  const devices = session.presence.of(seat.id).size
  const most = seat.role === 'participant' ? LIMITS.devicesPerSeat : LIMITS.trustedDevices
  return devices < most ? { seat, session, auth } : 'too-many'
}

/** Asks the node that runs the workshop. Rejects where that does not answer. */
function ask(
  node: string,
  workshop: string,
  { token, screen, group }: Auth,
  { cluster }: AdmissionDeps,
): Promise<{ channel: Channel } | RefusalCode> {
  const channel = cluster!.open(node, 'live', workshop, { auth: JSON.stringify({ token, screen, group }) })
  return new Promise((resolve, reject) => {
    channel.listen((answer) => resolve(answer === 'welcome' ? { channel } : (answer as RefusalCode)))
    channel.onEnd((why) => reject(new Error(why)))
  })
}

/**
 * Finds the node that comes after one that has gone, for devices that keep their sockets meanwhile: they ask one shortly after
 * the other. Null where nobody answers for long, or the device may not come in any more.
 */
export function createMoving(deps: AdmissionDeps) {
  let moving = 0
  return async (auth: Auth, isThere: () => boolean): Promise<Arrived | { channel: Channel } | null> => {
    const turn = moving++
    try {
      for (let tries = 0; tries < MOVES; tries++) {
        await new Promise<void>((resolve) => deps.clock.after(turn * BEHIND + tries * AGAIN, resolve))
        if (!isThere()) return null
        const arrived = await find(auth, deps).catch(() => undefined)
        if (arrived) return typeof arrived === 'string' ? null : arrived
      }
      return null
    } finally {
      moving--
    }
  }
}
