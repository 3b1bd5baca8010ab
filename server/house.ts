// The composition root: builds everything, owns nothing. The only place that knows everyone. Called by main.ts and tests.
import type { Clock } from '../shared/clock.ts'
import type { NoteSeed } from '../shared/board/note.ts'
import { Budgets } from './budgets.ts'
import type { Cluster } from './cluster/cluster.ts'
import { createAddresses, type Addresses } from './addresses.ts'
import { Changes } from './changes.ts'
import type { Config } from './config.ts'
import { createDocs } from './docs/docs.ts'
import type { DocsHooks, Projection } from './docs/ports.ts'
import { createDocsGateway } from './docs/gateway.ts'
import { createProjection } from './docs/projection.ts'
import type { Backups } from './backups.ts'
import { erasing, type Parts } from './erasing.ts'
import { createFilming, type Filming } from './filming.ts'
import { hangUp } from './hang-up.ts'
import { createApp } from './http/app.ts'
import { createDoorman } from './http/doorman.ts'
import { originCheck } from './http/headers.ts'
import { createLinks } from './http/links.ts'
import { createHttp, portOf } from './http-server.ts'
import { createHooks, type Hooks } from './hooks.ts'
import { createLiveGateway } from './live/gateway.ts'
import { createSessions, type Sessions } from './live/sessions.ts'
import type { Log } from './log.ts'
import { keepOutcome } from './http/tour-outcomes.ts'
import { outlook, seatFinder } from './outlook.ts'
import { keepers, standBefore } from './relay.ts'
import { createPress } from './report/press.ts'
import { createRetention, erasedOn } from './retention.ts'
import { createSaving, watchStore } from './saving.ts'
import { createSeats } from './seats.ts'
import { standsFor } from '../shared/session/merging.ts'
import type { SeatRow, Store } from './store/store.ts'
import { createStrain } from './strain.ts'

export interface HouseDeps {
  config: Config
  store: Store
  clock: Clock
  log: Log
  /** The installation's secret: links of walls and scribes, invites of QR codes. */
  secret: Buffer
  /** Folder of the built client, or null. */
  client: string | null
  /** Copies of the database made from the operator's page; absent where the store has no file. */
  backups?: Backups
  /** How many this house takes at the same time (default: any number). */
  connections?: number
  /** The nodes of the installation; absent for a house alone. */
  cluster?: Cluster | null
}

export interface House {
  /** Starts listening; resolves with the port. */
  listen(): Promise<number>
  /** Origin used in links and QR codes. */
  origin(): string
  /** Every address that a desk may choose from. */
  addresses(): string[]
  /** Stops accepting, flushes, closes sockets with 1012. The store stays open. */
  close(): Promise<void>
}

/** Milliseconds that a peer has to answer a closing; one that is gone without a word never does. */
const FAREWELL = 2000

export function createHouse(deps: HouseDeps): House {
  const { config, clock, log, cluster = null } = deps
  const http = createHttp(config.tls, deps.connections ?? Infinity, clock, log)
  let draining = false
  const addresses = createAddresses(config, () => portOf(http) ?? config.port)
  const { origin } = addresses
  const originAllowed = originCheck([origin(), ...config.allowedOrigins])
  const rooms = createRooms(deps, addresses)
  const cutOff = hangUp(http)
  const { seats, sessions, docs } = rooms
  const docsGateway = createDocsGateway({ docs, findSeat: rooms.findSeat, originAllowed, clock, log })
  const secure = origin().startsWith('https:')
  const doorman = createDoorman(clock, rooms.strain)
  const press = createPress()
  const app = createApp({
    ...deps,
    ...rooms,
    doorman,
    callers: new Budgets(),
    press,
    originAllowed,
    secure,
    draining: () => draining,
    figures: rooms.figures,
  })
  http.on('request', app)
  // After the app: socket.io takes over the listeners that are there, so that its own path never reaches Express.
  const live = createLiveGateway(http, { sessions, seats, clock, log, originAllowed, cluster })
  http.on('upgrade', (req, socket, head) => {
    if (docsGateway.upgrade(req, socket, head)) return
    // socket.io looks at its own path by itself; every other upgrade has nobody to answer it.
    if (!req.url?.startsWith('/socket.io/')) socket.destroy()
  })
  if (cluster) standBefore({ cluster, http, store: deps.store, seats, log })

  return {
    origin,
    addresses: addresses.all,
    async listen() {
      await new Promise<void>((resolve, reject) => {
        http.once('error', reject)
        http.listen(config.port, config.host, resolve)
      })
      rooms.start()
      return portOf(http)!
    },
    async close() {
      draining = true
      rooms.stop()
      await press.close()
      await docs.drain()
      docsGateway.close()
      const late = setTimeout(cutOff, FAREWELL)
      await live.close()
      sessions.close()
      http.closeAllConnections()
      await cluster?.leave()
      await new Promise<void>((resolve) => void http.close(() => resolve()))
      clearTimeout(late)
    },
  }
}

/** Documents, sessions and seats of all workshops, and what it takes to let one go. */
function createRooms(deps: HouseDeps, addresses: Addresses) {
  const { config, clock, log, secret, cluster = null } = deps
  // Documents ask the sessions for rights, sessions ask the documents for boards: the knot is tied here.
  const late: Late = { changes: new Changes() }
  const tell = () => void late.sessions?.tellEverybody()
  const saving = createSaving({ ping: () => deps.store.ping(), clock, log, changed: tell })
  const store = watchStore(deps.store, (error) => {
    saving.failed(error)
    cluster?.refused(error)
  })
  const strain = createStrain(clock)
  const links = createLinks(secret, addresses)
  const seats = createSeats(store, clock, (row) => standingFor(late, row))
  const docs = createDocs({ store, clock, log, strain, hooks: docsHooks(late, store, log) })
  const rules = (workshop: string) => late.sessions!.rules(workshop)
  const filming = (late.filming = createFilming({ store, docs, clock, log }))
  const projection = createProjection({ docs, clock, keyOf: (workshop) => keyOf(late, workshop), rules })
  late.projection = projection
  const hooks = createHooks({ url: null, secret: '', ...config.webhook, clock, log })
  const sessions = createSessions({
    ...{ store, clock, log, seats, docs, projection, strain },
    tellHooks: hooks.tell,
    links: links.shown,
    erasedOn: (row) => erasedOn(row, config.retentionDays),
    notSaving: () => saving.failing,
  })
  late.sessions = sessions

  const parts = { store, links, seats, docs, projection, sessions, filming, changes: late.changes }
  const letGo = erasingAloud(parts, hooks)
  const alone = { ...parts, strain, ...outlook(parts, strain, hooks) }
  const known = { ...alone, keptElsewhere: keepers(cluster, (workshop) => keepOutcome(alone, workshop)) }
  cluster?.onTurn(letGo.letGo)
  const expire = async (workshop: string) => {
    if (await cluster?.elsewhere(workshop)) return
    await keepOutcome(known, workshop)
    await letGo.erase(workshop)
  }
  const retention = createRetention({ store, clock, log, days: config.retentionDays, erase: expire })
  return {
    ...known,
    ...letGo,
    tellHooks: hooks.tell,
    findSeat: seatFinder(parts),
    start: () => retention.start(),
    stop: () => [retention, saving, projection, filming, strain, hooks].forEach((part) => part.stop()),
  }
}

/** The secret that note ids of a workshop are derived with. */
async function keyOf(late: Late, workshop: string): Promise<string> {
  return (await late.sessions!.get(workshop))!.place.row.key
}

/** The seat that a token's own seat has become a part of, under that token; null where it has gone. */
async function standingFor(late: Late, row: SeatRow): Promise<SeatRow | null> {
  const place = (await late.sessions?.get(row.workshop))?.place
  const id = place ? standsFor(place.row.session, row.id) : row.id
  if (id === row.id) return row
  const seat = place!.people.get(id)
  return seat ? { ...seat, hash: row.hash } : null
}

/** What exists a little later than those that ask for it. */
interface Late {
  sessions?: Sessions
  projection?: Projection
  filming?: Filming
  changes: Changes
}

function docsHooks(late: Late, store: Store, log: Log): DocsHooks {
  return {
    gate: (workshop, seat, doc) => late.sessions!.gate(workshop, seat, doc),
    onWritten: (workshop, pads) => late.projection!.written(workshop, pads),
    onPad(workshop, activity, writer, erased) {
      late.projection!.markDirty(workshop, activity, writer, erased)
      late.sessions!.onPad(workshop, writer)
    },
    onIdle(workshop) {
      late.projection!.forget(workshop)
      late.filming!.rest(workshop)
      late.sessions!.rest(workshop)
    },
    onBoard(workshop, activity) {
      late.filming!.changed(workshop, activity)
      late.changes.touch(workshop)
    },
    onPlan(workshop) {
      const failed = (error: unknown) => log('error', 'plan not read', { workshop }, error)
      late.sessions!.get(workshop).then((session) => session?.plan.changed(), failed)
    },
    async checkpoint(workshop, activity) {
      const all = await store.workshops.checkpoints(workshop)
      return (all.findLast((one) => one.activity === activity)?.notes ?? []) as NoteSeed[]
    },
    onStoreError(workshop, error) {
      log('error', 'document not saved', { workshop }, error)
      // What was seen of pads before they were durable is read again.
      late.projection!.forget(workshop)
    },
  }
}

/** As erasing.ts does it; those who asked to be told hear of it. */
function erasingAloud(parts: Parts, hooks: Hooks) {
  const quiet = erasing(parts)
  return {
    ...quiet,
    async erase(workshop: string): Promise<void> {
      await quiet.erase(workshop)
      hooks.tell(workshop, { type: 'workshop.erased', data: {} })
    },
  }
}
