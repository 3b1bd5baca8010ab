// What every route shares: the parts of the house, and who is asking. Called by the routes.
import type { IncomingMessage } from 'node:http'
import type { Request } from 'express'
import type { Clock } from '../../shared/clock.ts'
import type { Note } from '../../shared/board/note.ts'
import type { Backups } from '../backups.ts'
import type { Budgets } from '../budgets.ts'
import type { Changes } from '../changes.ts'
import type { Config } from '../config.ts'
import type { TellHooks } from '../hook-events.ts'
import type { LiveSession } from '../live/session.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DocsPort } from '../live/ports.ts'
import type { Log } from '../log.ts'
import type { Press } from '../report/press.ts'
import type { Seats } from '../seats.ts'
import type { SeatRow, Store, WorkshopRow } from '../store/store.ts'
import type { Strain } from '../strain.ts'
import { sameSecret } from '../tokens.ts'
import type { Doorman } from './doorman.ts'
import type { Links } from './links.ts'
import type { Figures } from './metrics.ts'
import { Problem } from './problem.ts'

export interface RouteDeps {
  config: Config
  store: Store
  clock: Clock
  log: Log
  seats: Seats
  sessions: Sessions
  docs: DocsPort
  links: Links
  doorman: Doorman
  /** What each seat may ask over HTTP. */
  callers: Budgets
  press: Press
  changes: Changes
  strain: Strain
  /** Absent where the store has no file of its own. */
  backups?: Backups
  figures(): Figures
  tellHooks: TellHooks
  erase(workshop: string): Promise<void>
  eraseWriter(workshop: string, activity: string, seat: string): Promise<void>
  /** Which writer a board note came from, where authorship still exists. */
  authors(workshop: string, activity: string): Promise<Record<string, string>>
  originAllowed(req: IncomingMessage): boolean
  /** Where another node runs this workshop: has it keep what it leaves to its tour. False where it is run here. */
  keptElsewhere(workshop: string): Promise<boolean>
}

export type { Note, WorkshopRow }

/** Milliseconds before a seat hears that it asks too often. */
const SLOWED = 500

/** The bearer token of a request, or null. */
export function bearer(req: Request): string | null {
  const match = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(req.headers.authorization ?? '')
  return match?.[1] ?? null
}

/** The tags of `If-Match`, or null where any state will do. Proxies that pack answers make them weak: the same state. */
export function tagsOf(req: Request): string[] | null {
  const match = req.headers['if-match']?.trim()
  if (match === undefined || match === '*') return null
  return match.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
}

/** The seat that asks for something of this workshop; 401 without a valid token, 403 for another workshop's. */
export async function seatOf(req: Request, deps: RouteDeps, workshop: string): Promise<SeatRow> {
  const token = bearer(req)
  const seat = token === null ? null : await deps.seats.find(token)
  if (!seat) throw new Problem(401, 'unauthorized')
  if (seat.workshop !== workshop) throw new Problem(403, 'not-allowed')
  await spend(deps, `${workshop}/${seat.id}`, seat.role !== 'participant')
  return seat
}

/** Takes one call of what a caller may ask; 429 where that is spent. */
export async function spend(deps: RouteDeps, caller: string, trusted: boolean): Promise<void> {
  deps.callers.sweep(deps.clock.now())
  if (deps.callers.spend(caller, trusted, 1, deps.clock.now())) return
  // The answer waits: whoever asks again at once is slowed by it.
  await new Promise<void>((done) => deps.clock.after(SLOWED, done))
  throw new Problem(429, 'too-fast', { retryAfter: 1 })
}

/** The live session of a workshop, for its desk only. */
export async function deskOf(req: Request, deps: RouteDeps): Promise<LiveSession> {
  const id = String(req.params['id'])
  const seat = await seatOf(req, deps, id)
  if (seat.role !== 'facilitator') throw new Problem(403, 'not-allowed')
  return sessionOf(deps, id)
}

export async function sessionOf(deps: RouteDeps, id: string): Promise<LiveSession> {
  const session = await deps.sessions.get(id)
  if (!session) throw new Problem(404, 'not-found')
  return session
}

/** Where the operator asked for a key, creating needs it. */
export function checkCreateKey(req: Request, deps: RouteDeps): void {
  const { createKey } = deps.config
  if (createKey === null) return
  const token = bearer(req)
  if (token === null || !sameSecret(token, createKey)) throw new Problem(401, 'unauthorized')
}
