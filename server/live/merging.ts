// Two devices of one person become one seat, in the world: the open ballot, the slip, the name, the lines that are open.
// Called by effects.ts; the session's own part is shared/session/merging.ts.
import { openRound } from '../../shared/session/state.ts'
import { refuse, type Refusal } from '../../shared/wire.ts'
import type { Carried, EffectDeps } from './effects.ts'

/** Refused for seats that are not people, and for two people who each hold a voting slip: those are two members. */
export async function mergeSeats(
  { from, into }: { from: string; into: string },
  carried: Carried,
  { ballots, docs, place, presence, seats, store }: EffectDeps,
): Promise<Refusal | void> {
  const [one, other] = [place.people.get(from), place.people.get(into)]
  if (one?.role !== 'participant' || other?.role !== 'participant') return refuse('not-allowed')
  const slips = place.members.filter(({ seat }) => seat === from || seat === into)
  if (slips.length > 1) return refuse('not-allowed')
  const round = openRound(carried.session)
  if (round) {
    const hands = await ballots.unite(round, from, into)
    if (hands.length > 0) carried.commit.adjust = { poll: round.id, id: `merge.${from}.${into}`, hands }
    carried.after.push(() => ballots.adopt(hands))
  }
  const slip = slips.find(({ seat }) => seat === from)
  if (slip) await store.roll.bind(place.id, slip.hash, into, from)
  if (one.name !== undefined && other.name === undefined) {
    await seats.rename(place.id, into, one.name)
    place.renamed(into, one.name)
  }
  carried.after.push(() => {
    place.merged(from)
    if (slip)
      place.setRoll(place.members.map((member) => (member === slip ? { ...slip, seat: into } : member)))
    docs.closeSeat(place.id, from)
    for (const connection of [...presence.of(from)]) connection.close()
  })
}
