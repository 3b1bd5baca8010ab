// Who must answer in a turn of a circle: who has not, and who left or joined since the turn before (S75). Pure.
// Called by poll-view.ts and by the report.
import type { Circle, People } from '../voting.ts'
import { standsFor } from './merging.ts'
import { isCancelled, type Round, type Session } from './state.ts'

type Turn = Pick<Round, 'circle' | 'named' | 'state'>

/** Seats of one turn by what became of them; undefined where the turn has no circle. */
export function circleSeats(
  turn: Turn,
  before: Turn | undefined,
  merged: Pick<Session, 'merged'>,
): { missing: string[]; left: string[]; joined: string[] } | undefined {
  if (!turn.circle) return undefined
  const person = (seat: string) => standsFor(merged, seat)
  const answered = new Set((turn.named ?? []).map(({ seat }) => person(seat)))
  const asked = new Set(turn.circle.map(person))
  const [now, then] = [peopleOf(turn, person), peopleOf(before, person)]
  return {
    missing: turn.state === 'closed' ? [...asked].filter((seat) => !answered.has(seat)) : [],
    left: [...then].filter((seat) => !now.has(seat)),
    joined: before?.circle ? [...now].filter((seat) => !then.has(seat)) : [],
  }
}

/** Those who were there as it opened, and those who answered besides. */
function peopleOf(turn: Turn | undefined, person: (seat: string) => string): Set<string> {
  if (!turn?.circle) return new Set()
  return new Set([...turn.circle, ...(turn.named ?? []).map(({ seat }) => seat)].map(person))
}

/** The turn before this one that was not withdrawn. */
export function turnBefore(rounds: readonly Round[], round: Round): Round | undefined {
  const at = rounds.findIndex(({ id }) => id === round.id)
  return rounds.slice(0, Math.max(0, at)).findLast((one) => !isCancelled(one) && one.circle !== undefined)
}

/** The same by name. */
export function circleOf(
  session: Session,
  round: Round,
  nameOf: (seat: string) => string | undefined,
): Circle | undefined {
  const seats = circleSeats(round, turnBefore(session.rounds[round.activity] ?? [], round), session)
  if (!seats) return undefined
  const people = (list: string[]): People => {
    const names = list.flatMap((seat) => nameOf(seat) ?? [])
    return { names: names.sort((a, b) => a.localeCompare(b)), nameless: list.length - names.length }
  }
  return { missing: people(seats.missing), left: people(seats.left), joined: people(seats.joined) }
}
