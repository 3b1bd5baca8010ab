// Who is in the room when a poll opens: people connected, and the roll. Called by session.ts and sessions.ts.
import { NOTHING_CARRIED } from '../../shared/activities/activity.ts'
import { paperOf } from '../../shared/session/running.ts'
import { openRound } from '../../shared/session/state.ts'
import type { Assembly, Gathering } from '../../shared/voting.ts'
import type { Place } from './place.ts'
import type { Presence } from './presence.ts'

/** A slip whose seat has been removed is in nobody's hands. */
export function assemblyOf(place: Place, presence: Presence): Assembly {
  const online = new Set([...presence.connections].map((connection) => connection.seat))
  const members = place.members.map(({ hash: _hash, seat, ...member }) => {
    const used = seat !== undefined && place.people.has(seat)
    return { ...member, ...(used ? { seat } : {}), here: used && online.has(seat) }
  })
  const inRoll = new Map(members.map(({ seat, name }) => [seat, name]))
  const names = presence.here().flatMap((seat) => inRoll.get(seat) ?? place.people.get(seat)?.name ?? [])
  const { registered } = place.row.session
  return {
    here: presence.electorate(),
    names,
    seats: presence.able(),
    ...(registered === undefined ? {} : { registered }),
    members,
  }
}

/** Who is there now against the quorum, where one is asked for and no poll is open: people come while a text is read. */
export function gatheringNow(place: Place, presence: Presence): Gathering | undefined {
  const { session } = place.row
  if (!session.at || openRound(session)) return undefined
  const it = place.running(session.at.activity)
  if (!it?.activity.poll?.gathering) return undefined
  const paper = paperOf(it, NOTHING_CARRIED, place.words(it), assemblyOf(place, presence))
  return it.activity.poll.gathering(paper)
}
