// Who is here, who is done, whose hand is up: disposable facts, told as numbers to all and by name to the desk.
// Called by session.ts. Messages leave at most four times a second.
import type { Clock } from '../../shared/clock.ts'
import type { Gathering } from '../../shared/voting.ts'
import type { Counts, DeskView, Person, Role } from '../../shared/wire.ts'
import { sourcesOf, type Source } from '../../shared/session/sources.ts'
import type { SeatRow } from '../store/store.ts'
import { CALM, type Strain } from '../strain.ts'
import { anyVia, deviceOf, withoutHelpers } from './shared-devices.ts'
import { screensOf, type Screen } from './screens.ts'
import { hallPeriod } from './slices.ts'

/** One device of a seat. */
export interface Connection {
  seat: string
  role: Role
  /** A wall: which screen it is, and the group that its own link names. */
  screen?: Screen
  send(event: 'session' | 'counts' | 'desk' | 'ended', payload: unknown): void
  /** The same to this device and all others of its workshop, written once for all of them. */
  broadcast(event: 'counts', payload: unknown): void
  close(): void
}

/** What presence cannot know by itself. */
export interface PresenceFacts {
  seats(): Iterable<SeatRow>
  /** `of` is given where it is known who may vote. */
  poll(): { voters: ReadonlySet<string>; of?: number; filled?: { enough: number; of: number } } | null
  notes(): Promise<number>
  /** Who is there against the quorum, where one is asked for. */
  gathering?(): Gathering | undefined
  queue(): Promise<DeskView['queue']>
  /** What the desk has told screens to follow. */
  follow?(): Record<string, number | null>
}

export interface Presence {
  readonly connections: ReadonlySet<Connection>
  /** The devices of one seat. */
  of(seat: string): ReadonlySet<Connection>
  add(connection: Connection): void
  drop(connection: Connection): void
  wrote(seat: string): void
  setDone(seat: string, on: boolean): void
  setHand(seat: string, up: boolean): void
  /** A new step: nobody is done, nobody's hand is up. */
  reset(): void
  changed(): void
  isOnline(seat: string): boolean
  /** Nobody is connected, nobody's hand is up, nobody is done. */
  isEmpty(): boolean
  /** Participants connected now, in the order of their joining. */
  here(): string[]
  /** Seats that may vote and are here. */
  able(): string[]
  /** Participants here, or who have voted in the open poll. */
  electorate(): number
  counts(): Promise<Counts>
  stop(): void
}

const PERIOD = 250
/** The same while the event loop is busy. */
const PERIOD_STRAINED = 1000
/** A person counts as writing for this long after a keystroke. */
const WRITING = 6000

export function createPresence(facts: PresenceFacts, clock: Clock, strain: Strain = CALM): Presence {
  const connections = new Set<Connection>()
  const devices = new Map<string, Set<Connection>>()
  const wrote = new Map<string, number>()
  const [done, hands] = [new Set<string>(), new Set<string>()]
  let cancel: (() => void) | null = null
  let last = -Infinity
  let lastCounts = ''
  let lastDesk = ''
  let stopped = false
  let made: { at: number; counts: Promise<Counts> } | null = null

  /** Who shares a device that is here is here: they take turns on it. */
  function online(): Set<string> {
    const here = new Set<string>()
    for (const connection of connections) if (isPerson(connection)) here.add(connection.seat)
    // Hardly any room shares devices, and this is asked for every newcomer.
    if (!anyVia(facts.seats())) return here
    const all = [...facts.seats()]
    const devices = new Set(all.filter(({ id }) => here.has(id)).map(deviceOf))
    return new Set([...here, ...all.filter((row) => devices.has(deviceOf(row))).map(({ id }) => id)])
  }
  const isWriting = (seat: string) => clock.now() - (wrote.get(seat) ?? -Infinity) < WRITING

  function electorate(here = online()): number {
    const voters = facts.poll()?.voters ?? []
    const able = withoutHelpers(here, facts.seats)
    let away = 0
    for (const voter of voters) if (!able.has(voter)) away++
    return able.size + away
  }

  /** The numbers of a moment ago where so many ask for them that making them anew for each would be all there is time for. */
  async function recent(): Promise<Counts> {
    if (made && clock.now() - made.at < hallPeriod(connections.size)) return made.counts
    made = { at: clock.now(), counts: counts() }
    return made.counts
  }

  async function counts(): Promise<Counts> {
    const here = online()
    const poll = facts.poll()
    const gathering = facts.gathering?.()
    return {
      present: here.size,
      writing: [...here].filter(isWriting).length,
      notes: await facts.notes(),
      voted: poll?.voters.size ?? 0,
      of: poll?.of ?? electorate(here),
      done: [...done].filter((seat) => here.has(seat)).length,
      ...(poll?.filled ? { filled: poll.filled } : {}),
      ...(gathering ? { gathering } : {}),
    }
  }

  function person(seat: SeatRow, here: Set<string>, source?: Source): Person {
    const { id, name } = seat
    const state = { online: here.has(id), writing: isWriting(id), done: done.has(id), hand: hands.has(id) }
    const through = source === 'table' || source === 'scribe' ? { source } : {}
    return { id, ...state, ...through, ...(name === undefined ? {} : { name }) }
  }

  async function tell(): Promise<void> {
    last = clock.now()
    const numbers = await counts()
    if (stopped) return
    const text = JSON.stringify(numbers)
    const [one] = connections
    if (text !== lastCounts) one?.broadcast('counts', numbers)
    lastCounts = text
    await tellDesk()
    if (numbers.writing > 0) schedule(WRITING)
  }

  async function tellDesk(): Promise<void> {
    const desks = [...connections].filter((connection) => connection.role === 'facilitator')
    if (desks.length === 0) return
    const here = online()
    const walls = [...connections].filter((connection) => connection.role === 'wall').length
    const sources = sourcesOf(facts.seats())
    const view: DeskView = {
      people: peopleOf(facts.seats(), here).map((seat) => person(seat, here, sources.get(seat.id))),
      walls,
      screens: screensOf([...connections], facts.follow?.() ?? {}),
      queue: await facts.queue(),
    }
    const text = JSON.stringify(view)
    if (text !== lastDesk) for (const desk of desks) desk.send('desk', view)
    lastDesk = text
  }

  function schedule(wait: number): void {
    if (cancel || stopped) return
    cancel = clock.after(wait, () => {
      cancel = null
      tell().catch(() => schedule(PERIOD))
    })
  }

  function changed(): void {
    if (cancel) cancel()
    cancel = null
    const least = strain.level > 0 ? PERIOD_STRAINED : PERIOD
    const period = Math.max(least, hallPeriod(connections.size))
    schedule(Math.max(0, last + period - clock.now()))
  }

  return {
    connections,
    add(connection) {
      connections.add(connection)
      devices.set(connection.seat, new Set(devices.get(connection.seat)).add(connection))
      lastCounts = ''
      lastDesk = ''
      changed()
    },
    drop(connection) {
      connections.delete(connection)
      const left = devices.get(connection.seat)
      left?.delete(connection)
      if (left?.size === 0) devices.delete(connection.seat)
      changed()
    },
    wrote(seat) {
      wrote.set(seat, clock.now())
      changed()
    },
    setDone(seat, on) {
      if (on) done.add(seat)
      else done.delete(seat)
      changed()
    },
    setHand(seat, up) {
      if (up) hands.add(seat)
      else hands.delete(seat)
      changed()
    },
    reset() {
      done.clear()
      hands.clear()
      changed()
    },
    changed,
    here: () => participantsOf(facts.seats(), online()),
    able: () => [...withoutHelpers(online(), facts.seats)],
    of: (seat) => devices.get(seat) ?? new Set(),
    isOnline: (seat) => devices.has(seat),
    isEmpty: () => connections.size + done.size + hands.size === 0,
    electorate: () => electorate(),
    counts: recent,
    stop() {
      stopped = true
      cancel?.()
    },
  }
}

/** The scribe's seat exists from the start; it is somebody only while its link is in use. */
function peopleOf(seats: Iterable<SeatRow>, here: Set<string>): SeatRow[] {
  return [...seats].filter(({ id, role }) => role === 'participant' || (role === 'scribe' && here.has(id)))
}

function participantsOf(seats: Iterable<SeatRow>, here: Set<string>): string[] {
  return [...seats].flatMap(({ id, role }) => (role === 'participant' && here.has(id) ? [id] : []))
}

function isPerson(connection: Connection): boolean {
  return connection.role === 'participant' || connection.role === 'scribe'
}
