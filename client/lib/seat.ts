// Seats kept on this device: the token that proves a role in a workshop.
// Called by Join, Phone, Desk, Wall and Home.
import type { Language, Role, Snapshot } from '../../shared/wire.ts'
import { api, isProblem, type Problem } from './api.ts'
import { forget, keep, kept, keptKeys } from './keep.ts'

export interface Kept {
  workshop: { id: string; code: string; title: string; language: Language }
  role: Role
  token: string
  seat: string
  /** The seat whose device this one shares: not kept in a drawer of its own role, see phone/turns.ts. */
  via?: string
  /** As it was given on joining. */
  name?: string
  /** ISO time at which this device last kept the seat. */
  date?: string
  /** Day on which the server erases the workshop, as last heard (ISO date). */
  erasedOn?: string
}

/** Where what belongs to this person lies on the device: under the code, or beside it for one who takes turns on it. */
export function drawerOf(code: string, seat: { id: string; via?: string }): string {
  return seat.via === undefined ? code : `${code}/${seat.id}`
}

/** The same for a seat that is kept. */
export function placeOf({ workshop, seat, via }: Kept): string {
  return via === undefined ? workshop.code : `${workshop.code}/${seat}`
}

const DRAWERS = ['device', 'tab'] as const

interface Joined {
  workshop: Kept['workshop']
  seat: { id: string; role: Role }
  token: string
}

/** Remembers a seat on this device, as of now. */
export function keepSeat(seat: Kept): void {
  keep(seatKey(seat.workshop.id, seat.role), { ...seat, date: new Date().toISOString() })
}

/** The seat of this device, or of this tab once the workshop has left the device. */
export function keptSeat(workshopId: string, role: Role): Kept | null {
  const key = seatKey(workshopId, role)
  return kept<Kept>(key) ?? kept<Kept>(key, 'tab')
}

/** Every seat of this device, the latest first. */
export function keptSeats(): Kept[] {
  return keptKeys('seat/')
    .flatMap((key) => kept<Kept>(key) ?? [])
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
}

/** Lets go of a seat; what was written on this device stays (see eraseTraces). */
export function forgetSeat(workshopId: string, role: Role): void {
  forget(seatKey(workshopId, role))
  forget(seatKey(workshopId, role), 'tab')
}

/** Takes everything of a seat off this device: token, drafts, notes, ballots. Whoever takes turns on it leaves the others theirs. */
export function eraseTraces(seat: Kept): void {
  if (seat.via === undefined) forgetSeat(seat.workshop.id, seat.role)
  const place = placeOf(seat)
  for (const drawer of DRAWERS) for (const key of keptKeys(`${place}/`, drawer)) forget(key, drawer)
}

/** The workshop is over here: the device is emptied of it. Seat and own words stay in this tab until it is closed. */
export function leaveToTab(seat: Kept): void {
  const all = DRAWERS.flatMap((drawer) => keptKeys(`${seat.workshop.code}/`, drawer))
  const words = all
    .filter((key) => key.includes('/notes/'))
    .map((key) => [key, kept(key) ?? kept(key, 'tab')] as const)
  eraseTraces(seat)
  keep(seatKey(seat.workshop.id, seat.role), seat, 'tab')
  for (const [key, value] of words) keep(key, value, 'tab')
}

/** Empties the device of workshops that no server keeps any more. `today` is an ISO date. */
export function sweepSeats(today: string): void {
  for (const seat of keptSeats()) if (seat.erasedOn !== undefined && seat.erasedOn < today) eraseTraces(seat)
}

/**
 * The key of a desk, a wall or a helper: from the #fragment, which then leaves the address bar, else from this device.
 * Null where there is none, or where the server does not know it. Without a network the kept one is used.
 */
export async function takeKey(
  workshopId: string,
  role: 'facilitator' | 'wall' | 'scribe',
): Promise<Kept | null> {
  const before =
    keptSeat(workshopId, role) ?? (role === 'facilitator' ? keptSeat(workshopId, 'scribe') : null)
  const fragment = location.hash.slice(1)
  const token = fragment || before?.token
  if (!token) return null
  const session = await api<Snapshot>('GET', `/api/workshops/${workshopId}/session`, { token })
  if (isProblem(session)) return session.status === 0 && before?.token === token ? before : null
  const { id, code, title, language } = session.workshop
  const seat: Kept = {
    workshop: { id, code, title, language },
    role: session.seat.role,
    token,
    seat: session.seat.id,
  }
  keepSeat(seat)
  if (fragment) history.replaceState(history.state, '', location.pathname + location.search)
  return seat
}

/** Takes a participant's seat behind a join code and keeps it. With a voting slip a seat that is held already stays: `held`. */
export async function joinWorkshop(
  code: string,
  body: { name?: string; language?: Language; invite?: string; slip?: string },
  held?: string,
): Promise<Kept | Problem> {
  const joined = await api<Joined>('POST', `/api/workshops/${code}/seats`, {
    body,
    ...(held === undefined ? {} : { token: held }),
  })
  if (isProblem(joined)) return joined
  const { workshop, seat, token } = joined
  const { name } = body
  const own: Kept = { workshop, role: seat.role, token, seat: seat.id, ...(name ? { name } : {}) }
  keepSeat(own)
  return own
}

function seatKey(workshopId: string, role: Role): string {
  return `seat/${workshopId}/${role}`
}
