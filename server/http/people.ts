// Seats over HTTP: one person erased, by themselves or by the desk; the links of walls and scribes renewed. Called by app.ts.
import { Router } from 'express'
import { isPersonSeat } from '../../shared/ids.ts'
import { takenIn } from '../../shared/session/merging.ts'
import type { LiveSession } from '../live/session.ts'
import { deskOf, seatOf, sessionOf, type RouteDeps } from './context.ts'
import { SCRIBE_SEAT, WALL_SEAT } from './links.ts'
import { Problem } from './problem.ts'
import { renewOutcome } from './tour-outcomes.ts'

/** A wall's or a scribe's link: the one before opens nothing any more, whoever came in by it is out. */
export function linkRoutes(deps: RouteDeps): Router {
  const router = Router({ mergeParams: true })

  router.post('/:role', async (req, res) => {
    const session = await deskOf(req, deps)
    const role = String(req.params['role'])
    if (role !== 'wall' && role !== 'scribe') throw new Problem(404, 'not-found')
    res.status(201).json({ link: await session.alone(() => renewLink(deps, session, role)) })
    await session.tellAll()
  })

  return router
}

async function renewLink(
  { seats, links, docs }: RouteDeps,
  { place, presence }: LiveSession,
  role: 'wall' | 'scribe',
): Promise<string> {
  const id = role === 'wall' ? WALL_SEAT : SCRIBE_SEAT
  const row = place.people.get(id)
  if (!row) throw new Problem(404, 'not-found')
  const generation = (row.generation ?? 0) + 1
  place.joined(await seats.renew(row, links.token(place.row, id, generation), generation))
  for (const connection of presence.connections) if (connection.seat === id) connection.close()
  docs.closeSeat(place.id, id)
  return role === 'wall' ? links.wall(place.row, generation) : links.scribe(place.row, generation)
}

export function peopleRoutes(deps: RouteDeps): Router {
  const router = Router({ mergeParams: true })

  router.delete('/:seat', async (req, res) => {
    const { id, seat } = req.params as { id: string; seat: string }
    const asking = await seatOf(req, deps, id)
    if (asking.role !== 'facilitator' && asking.id !== seat) throw new Problem(403, 'not-allowed')
    const session = await sessionOf(deps, id)
    if (!isPersonSeat(seat)) throw new Problem(404, 'not-found')
    await session.removeSeat(seat)
    const { programme, session: state } = session.place.row
    const activities = programme.activities.map((activity) => activity.id)
    const { kept } = await session.alone(async () => {
      for (const device of takenIn(state, seat)) await erasePerson(deps, id, device, activities)
      return erasePerson(deps, id, seat, activities)
    })
    await renewOutcome(deps, id)
    await deps.store.roll.forget(id, seat)
    session.place.setRoll(
      session.place.members.map((one) => (one.seat === seat ? { ...one, name: '' } : one)),
    )
    session.place.removed(seat)
    for (const connection of [...session.presence.of(seat)]) connection.close()
    deps.docs.closeSeat(id, seat)
    session.presence.changed()
    res.status(204).set('Tablee-Kept', kept).end()
  })

  return router
}

/** Name, token, pads and the board notes that still lead back to the person. What no longer does stays, and is named. */
async function erasePerson(
  deps: RouteDeps,
  workshop: string,
  seat: string,
  activities: string[],
): Promise<{ kept: string }> {
  await deps.seats.rename(workshop, seat, null)
  await deps.seats.revoke(workshop, seat)
  for (const activity of activities) await deps.eraseWriter(workshop, activity, seat)
  return { kept: 'sealed-ballots, papers, forgotten-notes' }
}
