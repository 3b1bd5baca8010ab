// Two devices of one person become one seat: what the session holds of the one passes to the other. Called by machine.ts. Pure.
import { isPersonSeat } from '../ids.ts'
import { refuse } from '../wire.ts'
import type { Floor } from './floor.ts'
import type { Rules } from './machine.ts'
import { withoutReactions } from './reactions.ts'
import { openRound, type Session } from './state.ts'
import { replaceLast } from './moves.ts'
import { withoutThumb } from './thumbs.ts'

export const MERGE_RULES: Pick<Rules, 'merge'> = {
  merge: (s, { from, into }, ctx) => {
    if (from === into) return refuse('bad-request')
    if (!ctx.hasSeat(from) || !ctx.hasSeat(into)) return refuse('unknown-option')
    if (!isPersonSeat(from) || !isPersonSeat(into)) return refuse('not-allowed')
    return {
      session: withMerged(s, from, into),
      effects: [{ do: 'mergeSeats', from, into }, { do: 'reconsider' }],
    }
  },
}

/** The seat that stands for this one now. */
export function standsFor({ merged }: Pick<Session, 'merged'>, seat: string): string {
  return merged && Object.hasOwn(merged, seat) ? merged[seat]! : seat
}

/** Seats that this one has taken in, whose sheets are its own too. */
export function takenIn({ merged = {} }: Pick<Session, 'merged'>, seat: string): string[] {
  return Object.keys(merged).filter((other) => merged[other] === seat)
}

/** Groups, up-votes, reactions, places in the queue, time spoken and voices of `from` are those of `into` (S61). */
export function withMerged(session: Session, from: string, into: string): Session {
  const earlier = takenIn(session, from).map((seat) => [seat, into])
  const merged = { ...session.merged, ...Object.fromEntries(earlier), [from]: into }
  const seats = (list: string[]) => [...new Set(list.map((seat) => (seat === from ? into : seat)))]
  const { groups, upvotes, floors } = session
  const round = openRound(session)
  const voices = round?.voices
  const after: Session = {
    ...withoutThumb(withoutReactions(session, from, into), from, into),
    merged,
    ...(groups && {
      groups: each(groups, (sets) =>
        each(sets, (list) => {
          const sits = list.some((group) => group.seats.includes(into))
          return list.map((group) => ({
            ...group,
            seats: sits ? group.seats.filter((seat) => seat !== from) : seats(group.seats),
          }))
        }),
      ),
    }),
    ...(upvotes && { upvotes: each(upvotes, (notes) => each(notes, seats)) }),
    ...(floors && { floors: each(floors, (floor) => oneVoice(floor, from, into)) }),
  }
  if (!round || !voices || !Object.hasOwn(voices, from)) return after
  const { [from]: held, ...others } = voices
  return replaceLast(after, { ...round, voices: { ...others, [into]: held! } })
}

function oneVoice(floor: Floor, from: string, into: string): Floor {
  const waits = floor.queue.some(({ who }) => who === into)
  const queue = floor.queue.filter(({ who }) => !(waits && who === from))
  const { [from]: said, ...spoken } = floor.spoken
  const before = spoken[into]
  const speaking = floor.speaking?.who === from ? { ...floor.speaking, who: into } : floor.speaking
  return {
    ...floor,
    speaking,
    queue: queue.map((one) => (one.who === from ? { ...one, who: into } : one)),
    spoken: said
      ? {
          ...spoken,
          [into]: { ...said, ms: said.ms + (before?.ms ?? 0), turns: said.turns + (before?.turns ?? 0) },
        }
      : spoken,
  }
}

function each<T, U>(of: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]))
}
