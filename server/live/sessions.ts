// The workshops in play: loaded once on demand, let go when nobody is there. Called by gateways, HTTP routes and the house.
import type { Clock } from '../../shared/clock.ts'
import type { DocRef } from '../../shared/ids.ts'
import { access, type Access } from '../../shared/session/access.ts'
import { standsFor } from '../../shared/session/merging.ts'
import { openRound } from '../../shared/session/state.ts'
import type { Role, Snapshot } from '../../shared/wire.ts'
import { hookEvents, type TellHooks } from '../hook-events.ts'
import type { Log } from '../log.ts'
import type { Seats } from '../seats.ts'
import type { Strain } from '../strain.ts'
import type { Store, WorkshopRow } from '../store/store.ts'
import { createAllowance } from './allowance.ts'
import { gatheringNow } from './assembly.ts'
import { createBallots } from './ballots.ts'
import { forgetAuthors } from './forgetting.ts'
import { createPlace, type Place } from './place.ts'
import type { DocsPort, ProjectionPort } from './ports.ts'
import { createPresence, type Presence } from './presence.ts'
import { createSession, type LiveSession } from './session.ts'

export interface SessionsDeps {
  store: Store
  clock: Clock
  log: Log
  seats: Seats
  docs: DocsPort
  projection: ProjectionPort
  /** What gives way when the event loop is full. */
  strain: Strain
  /** Links a role is shown, made from the workshop's key and the public address. */
  links(place: Pick<Place, 'row' | 'people'>, role: Role): Snapshot['links']
  /** ISO day on which the workshop is erased. */
  erasedOn(row: WorkshopRow): string
  /** True while the store takes nothing. */
  notSaving(): boolean
  tellHooks: TellHooks
}

export interface Sessions {
  /** The live session of a workshop, or null where there is none of that id. */
  get(workshop: string): Promise<LiveSession | null>
  /** The session if it is loaded already. */
  peek(workshop: string): LiveSession | null
  /** What a seat may do with a document; `none` while the workshop is not loaded. */
  gate(workshop: string, seat: { id: string; role: Role }, doc: DocRef): Access | 'ended'
  /** What projection needs to know of a workshop; null while there is nothing to project. */
  rules(workshop: string): ProjectionRules | null
  onPad(workshop: string, writer: string): void
  drop(workshop: string): void
  /** Nobody is on its documents any more: one that is idle as well is let go of. */
  rest(workshop: string): void
  /** Something about the whole house changed: a fresh snapshot for every seat that is here. */
  tellEverybody(): Promise<void>
  stats(): { sessions: number; sockets: number }
  close(): void
}

export interface ProjectionRules {
  activity: string
  mode: 'off' | 'sealed' | 'moderated' | 'live'
  noteLength: number
  nameOf?(writer: string): string | undefined
}

/** A session nobody is connected to is kept this long. All in milliseconds. */
const KEEP = 10 * 60_000
/** One without anything that only memory knows goes with its documents, if nobody has asked for it this long. */
const QUIET = 5_000
const TRY_AGAIN = 10_000

export function createSessions(deps: SessionsDeps): Sessions {
  const { store, clock, log } = deps
  const loaded = new Map<string, LiveSession>()
  const loading = new Map<string, Promise<LiveSession | null>>()

  const used = new Map<string, number>()
  const cancels = new Map<string, () => void>()

  async function load(id: string): Promise<LiveSession | null> {
    const row = await store.workshops.get(id)
    if (!row) return null
    const place = createPlace(row, await store.seats.list(id), await store.roll.list(id))
    const ballots = createBallots(store, id)
    const open = openRound(row.session)
    if (open) await ballots.open(open)
    const current = () => place.row.session.at?.activity
    const presence: Presence = createPresence(
      {
        gathering: () => gatheringNow(place, presence),
        seats: () => place.people.values(),
        follow: () => place.row.session.follow ?? {},
        poll() {
          const round = openRound(place.row.session)
          if (!round) return null
          const of = round.voices && { of: Object.keys(round.voices).length }
          const filled = ballots.filled(round)
          return { voters: ballots.voters, ...of, ...(filled ? { filled } : {}) }
        },
        async notes() {
          const activity = current()
          if (activity === undefined) return 0
          const { onBoard, waiting } = await deps.projection.counts(id, activity)
          return onBoard + waiting
        },
        async queue() {
          const activity = current()
          if (activity === undefined || stepOf(session)?.pads !== 'moderated') return []
          const notes = await deps.projection.queue(id, activity)
          return notes.map(({ id: note, text, tone }) => ({ note, text, tone }))
        },
      },
      clock,
      deps.strain,
    )
    const session: LiveSession = createSession({
      ...deps,
      forget: (activity) => forget(place, activity),
      changed(before) {
        const kindOf = (activity: string) => place.running(activity)?.entry.kind ?? ''
        for (const event of hookEvents(before, place.row.session, kindOf)) deps.tellHooks(id, event)
      },
      place,
      ballots,
      presence,
      allowance: createAllowance(),
      now: () => clock.now(),
      links: (role) => deps.links(place, role),
      workshopView() {
        const { id, code, title, language, place: town, date } = place.row
        const erasedOn = deps.erasedOn(place.row)
        return {
          id,
          code,
          title,
          language,
          erasedOn,
          ...(town === undefined ? {} : { place: town }),
          ...(date === undefined ? {} : { date }),
        }
      },
    })
    loaded.set(id, session)
    used.set(id, clock.now())
    letGoLater(id)
    catchUp(id)
    for (const activity of row.session.forgotten ?? []) void forget(place, activity)
    return session
  }

  /** Notes stored just before the process went away reach the board now, if their step shows them. */
  function catchUp(id: string): void {
    const rules = rulesOf(id)
    if (rules?.mode !== 'live') return
    deps.projection
      .projectNow(id, rules.activity)
      .catch((error: unknown) => log('warn', 'board not caught up', { workshop: id }, error))
  }

  /** A promise to the room: while the store fails it is tried again. */
  async function forget(place: Place, activity: string): Promise<void> {
    await forgetAuthors(activity, { ...deps, place }).catch((error: unknown) => {
      log('error', 'authors not forgotten yet', { workshop: place.id }, error)
      if (loaded.has(place.id)) clock.after(TRY_AGAIN, () => void forget(place, activity))
    })
  }

  /** Looks from time to time whether anybody is still there. */
  function letGoLater(id: string): void {
    const look = () => (loaded.get(id)?.presence.connections.size ? letGoLater(id) : letGo(id))
    cancels.set(id, clock.after(KEEP, look))
  }

  function letGo(id: string): void {
    loaded.get(id)?.stop()
    cancels.get(id)?.()
    for (const known of [loaded, used, cancels]) known.delete(id)
    deps.seats.forget(id)
  }

  function rulesOf(workshop: string): ProjectionRules | null {
    const session = loaded.get(workshop)
    const { at, locked } = session?.place.row.session ?? { at: null, locked: false }
    const it = at && session?.place.running(at.activity)
    const step = it?.steps[at!.step]
    if (!step) return null
    const { noteLength, authors } = it!.settings as { noteLength?: number; authors?: string }
    const { place } = session!
    const nameOf = (writer: string) => place.people.get(standsFor(place.row.session, writer))?.name
    return {
      activity: at!.activity,
      mode: locked ? 'off' : step.pads,
      noteLength: noteLength ?? 500,
      ...(authors === 'named' ? { nameOf } : {}),
    }
  }

  const stepOf = (session: LiveSession) => {
    const { at } = session.place.row.session
    return at ? session.place.running(at.activity)?.steps[at.step] : undefined
  }

  return {
    async get(workshop) {
      if (loaded.has(workshop)) used.set(workshop, clock.now())
      const ready = loaded.get(workshop)
      if (ready) return ready
      const under = loading.get(workshop) ?? load(workshop).finally(() => loading.delete(workshop))
      loading.set(workshop, under)
      return under
    },
    peek: (workshop) => loaded.get(workshop) ?? null,
    gate(workshop, seat, doc) {
      const session = loaded.get(workshop)
      if (!session) return 'none'
      if (session.place.row.session.ended !== null) return 'ended'
      if (seat.role === 'participant' && !session.place.people.has(seat.id)) return 'none'
      return access(
        session.place.row.session,
        seat,
        doc,
        (activity) => session.place.running(activity)?.steps ?? null,
      )
    },
    rules: rulesOf,
    onPad: (workshop, writer) => loaded.get(workshop)?.presence.wrote(writer),
    drop: letGo,
    rest(workshop) {
      const quiet = clock.now() - (used.get(workshop) ?? -Infinity) >= QUIET
      if (quiet && loaded.get(workshop)?.isIdle()) letGo(workshop)
    },
    async tellEverybody() {
      const told = await Promise.allSettled([...loaded.values()].map((session) => session.tellAll()))
      const failed = told.filter(({ status }) => status === 'rejected').length
      if (failed > 0) log('warn', 'rooms not told', { failed })
    },
    stats() {
      const here = [...loaded.values()].map(({ presence }) => presence.connections.size)
      return { sessions: loaded.size, sockets: here.reduce((sum, count) => sum + count, 0) }
    },
    close() {
      log('info', 'sessions closed', { sessions: loaded.size })
      for (const id of [...loaded.keys()]) letGo(id)
    },
  }
}
