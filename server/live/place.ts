// The known facts of one loaded workshop: its row, its people, its activities worked out. Called by session.ts and effects.ts.
import { createTranslate, type Translate } from '../../shared/i18n/translate.ts'
import type { Carried, Layout } from '../../shared/activities/activity.ts'
import { activityTexts } from '../../shared/languages.ts'
import type { FloorRules } from '../../shared/together.ts'
import type { NoteSeed } from '../../shared/board/note.ts'
import type { Programme } from '../../shared/programme.ts'
import { standsFor, takenIn } from '../../shared/session/merging.ts'
import { rememberRunning, type Running } from '../../shared/session/running.ts'
import type { Session } from '../../shared/session/state.ts'
import type { MemberRow, SeatRow, WorkshopRow } from '../store/store.ts'

/** Names of those who vote, as they are known now. */
export interface Names {
  /** The name under which a seat votes: that of the member whose slip it used, else its own. */
  voterName(seat: string): string | undefined
  /** The name of a member of the roll; empty where it was erased. */
  memberName(member: string): string
}

export interface Place {
  readonly id: string
  readonly row: WorkshopRow
  readonly people: ReadonlyMap<string, SeatRow>
  /** The roll of the assembly; empty where there is none. */
  readonly members: readonly MemberRow[]
  setRoll(members: MemberRow[]): void
  running(activity: string): Running | null
  stepLabel(kind: string, step: string): string
  /** Places of the board in words; undefined where the activity names none. */
  layout(it: Running): Layout | undefined
  /** How the floor is given; undefined for an activity without one. */
  floor(it: Running): FloorRules | undefined
  /** The activity's own messages in the workshop's language. */
  words(it: Running): Translate
  seeds(activity: string, carried: Carried): NoteSeed[]
  setSession(session: Session): void
  setProgramme(programme: Programme, rev: number): void
  joined(seat: SeatRow): void
  /** Participants that have ever joined. */
  readonly seatCount: number
  /** Id for the next participant: s1, s2, s3 ... */
  nextSeat(): string
  readonly names: Names
  /** The name of a seat, and whose device it shares. */
  personOf(seat: string): { name?: string; via?: string }
  removed(seat: string): void
  /** This seat is a part of another one from now on, as the session says. */
  merged(seat: string): void
  /** True while this token is one of its seat: its own, or that of a device that has become one with it. */
  holds(seat: Pick<SeatRow, 'id' | 'hash'>): boolean
  renamed(seat: string, name: string | null): void
}

export function createPlace(row: WorkshopRow, seats: SeatRow[], roll: MemberRow[]): Place {
  let now = row
  let members: readonly MemberRow[] = roll
  let known = rememberRunning(row.programme)
  const people = new Map(seats.filter((seat) => !seat.revoked).map((seat) => [seat.id, seat]))
  const devices = new Map<string, SeatRow>()
  const merged = (seat: string) => {
    const row = people.get(seat)
    if (row) devices.set(seat, row)
    people.delete(seat)
  }
  Object.keys(row.session.merged ?? {}).forEach(merged)
  const numbers = seats.filter((seat) => seat.role === 'participant').map((seat) => Number(seat.id.slice(1)))
  let last = Math.max(0, ...numbers)
  const messagesOf = once((it) => createTranslate(now.language, activityTexts(it.activity, now.language)))
  const layoutOf = once((it) => it.activity.layout?.(it.settings, messagesOf(it)))

  return {
    id: row.id,
    get row() {
      return now
    },
    people,
    get members() {
      return members
    },
    setRoll(given) {
      members = given
    },
    running: (activity) => known(activity),
    stepLabel(kind, step) {
      const entry = now.programme.activities.find((activity) => activity.kind === kind)
      const it = entry && known(entry.id)
      return it ? messagesOf(it)(`step.${step}`) : step
    },
    layout: layoutOf,
    floor: (it) => it.activity.floor?.(it.settings, messagesOf(it)),
    words: messagesOf,
    seeds(activity, carried) {
      const it = known(activity)
      return it?.activity.seed?.(it.settings, carried, messagesOf(it)) ?? []
    },
    setSession(session) {
      now = { ...now, session }
    },
    setProgramme(programme, rev) {
      now = { ...now, programme, programmeRev: rev }
      known = rememberRunning(programme)
    },
    get seatCount() {
      return last
    },
    nextSeat: () => `s${++last}`,
    names: {
      voterName(device) {
        const seat = standsFor(now.session, device)
        return members.find((member) => member.seat === seat)?.name || people.get(seat)?.name
      },
      memberName: (member) => members.find(({ id }) => id === member)?.name ?? '',
    },
    joined: (seat) => void people.set(seat.id, seat),
    personOf(seat) {
      const { name, via } = people.get(seat) ?? {}
      return { ...(name === undefined ? {} : { name }), ...(via === undefined ? {} : { via }) }
    },
    removed: (seat) => void people.delete(seat),
    merged,
    holds({ id, hash }) {
      if (people.get(id)?.hash === hash) return true
      return people.has(id) && takenIn(now.session, id).some((seat) => devices.get(seat)?.hash === hash)
    },
    renamed(seat, name) {
      const person = people.get(seat)
      if (!person) return
      const { name: _old, ...rest } = person
      people.set(seat, name === null ? rest : { ...rest, name })
    },
  }
}

/** Worked out once for each activity as it stands in the programme: every snapshot of every seat asks again. */
function once<T>(make: (it: Running) => T): (it: Running) => T {
  const made = new WeakMap<Running, { value: T }>()
  return (it) => {
    const known = made.get(it) ?? { value: make(it) }
    made.set(it, known)
    return known.value
  }
}
