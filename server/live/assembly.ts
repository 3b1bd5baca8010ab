// Who is in the room when a poll opens: people connected, and the roll. Called by session.ts.
import type { Assembly } from '../../shared/voting.ts'
import type { Place } from './place.ts'
import type { Presence } from './presence.ts'

/** A slip whose seat has been removed is in nobody's hands. */
export function assemblyOf(place: Place, presence: Presence): Assembly {
  const online = new Set([...presence.connections].map((connection) => connection.seat))
  const members = place.members.map(({ hash: _hash, seat, ...member }) => {
    const used = seat !== undefined && place.people.has(seat)
    return { ...member, ...(used ? { seat } : {}), here: used && online.has(seat) }
  })
  return { here: presence.electorate(), members }
}
