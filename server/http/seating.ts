// A seat for whoever joins, with or without a voting slip. Called by workshops.ts.
import type { Request } from 'express'
import * as z from 'zod'
import { LANGUAGES } from '../../shared/languages.ts'
import { LIMITS } from '../../shared/limits.ts'
import { plainName } from '../../shared/plain-name.ts'
import type { LiveSession } from '../live/session.ts'
import type { SeatRow, WorkshopRow } from '../store/store.ts'
import { bearer, seatOf, sessionOf, type RouteDeps } from './context.ts'
import { Problem } from './problem.ts'
import { checkSlip, useSlip } from './roll.ts'

export const joining = z.object({
  name: z.string().transform(plainName).pipe(z.string().max(LIMITS.name)).optional(),
  language: z.enum(LANGUAGES).optional(),
  invite: z.string().max(64).optional(),
  slip: z.string().max(64).optional(),
  /** For somebody who takes turns on the device of the seat that asks (bearer token), or for whom a helper enters. */
  beside: z.literal(true).optional(),
})
type Joining = z.output<typeof joining>

/** A new seat and its token. A device that holds a seat already (bearer token) and brings a slip keeps its seat. */
export async function takeSeat(req: Request, deps: RouteDeps, row: WorkshopRow, asked: Joining) {
  const session = await sessionOf(deps, row.id)
  const { id, code, title, language } = row
  const { seat, token } = await seatFor(req, deps, session, asked)
  session.presence.changed()
  return { workshop: { id, code, title, language }, seat: { id: seat.id, role: seat.role }, token }
}

async function seatFor(
  req: Request,
  deps: RouteDeps,
  session: LiveSession,
  asked: Joining,
): Promise<{ seat: SeatRow; token: string }> {
  const { slip } = asked
  if (asked.beside) {
    if (slip !== undefined) throw new Problem(400, 'bad-request', { field: 'slip' })
    const seat = await seatOf(req, deps, session.place.id)
    // Looked at in turn: a hundred askings at once find the same device as full as one after the other.
    const made = await session.alone(async () => issue(deps, session, asked, deviceOf(session, seat)))
    await deps.seats.add(made.seat)
    return made
  }
  if (slip === undefined) {
    const made = await session.alone(async () => issue(deps, session, asked))
    await deps.seats.add(made.seat)
    return made
  }
  const own = await ownSeat(req, deps, session.place.id)
  return session.alone(async () => {
    checkSlip(session.place, slip, own?.seat.id)
    const made = own ?? issue(deps, session, asked)
    if (!own) await deps.seats.add(made.seat)
    await useSlip(deps, session, slip, made.seat.id)
    return made
  })
}

/** The seat whose device this is, where there is room for one more person on it. */
function deviceOf({ place }: LiveSession, seat: SeatRow): string {
  if (seat.role !== 'participant' && seat.role !== 'scribe') throw new Problem(403, 'not-allowed')
  const via = place.people.get(seat.id)?.via ?? seat.id
  const sharing = [...place.people.values()].filter((one) => one.via === via)
  if (sharing.length >= LIMITS.seatsPerDevice) throw new Problem(409, 'full')
  return via
}

function issue(deps: RouteDeps, { place }: LiveSession, { name, language, slip }: Joining, via?: string) {
  if (place.row.session.door === 'closed' && slip === undefined) throw new Problem(409, 'closed')
  if (place.seatCount >= deps.config.maxSeats) throw new Problem(409, 'full')
  const { row, token } = deps.seats.issue(place.id, {
    id: place.nextSeat(),
    role: 'participant',
    ...(name ? { name } : {}),
    ...(language ? { language } : {}),
    ...(via === undefined ? {} : { via }),
  })
  place.joined(row)
  return { seat: row, token }
}

/** The seat that this device has in this workshop already, or null. */
async function ownSeat(req: Request, deps: RouteDeps, workshop: string) {
  const token = bearer(req)
  const seat = token === null ? null : await deps.seats.find(token)
  return token !== null && seat?.workshop === workshop && seat.role === 'participant' ? { seat, token } : null
}
