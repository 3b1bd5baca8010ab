// Seats over HTTP: one person erased, by themselves or by the desk. Called by app.ts.
import { Router } from 'express'
import { seatOf, sessionOf, type RouteDeps } from './context.ts'
import { Problem } from './problem.ts'

export function peopleRoutes(deps: RouteDeps): Router {
  const router = Router({ mergeParams: true })

  router.delete('/:seat', async (req, res) => {
    const { id, seat } = req.params as { id: string; seat: string }
    const asking = await seatOf(req, deps, id)
    if (asking.role !== 'facilitator' && asking.id !== seat) throw new Problem(403, 'not-allowed')
    const session = await sessionOf(deps, id)
    if (!/^s\d+$/.test(seat)) throw new Problem(404, 'not-found')
    const { kept } = await session.alone(() =>
      erasePerson(
        deps,
        id,
        seat,
        session.place.row.programme.activities.map((a) => a.id),
      ),
    )
    await deps.store.roll.forget(id, seat)
    session.place.setRoll(
      session.place.members.map((one) => (one.seat === seat ? { ...one, name: '' } : one)),
    )
    session.place.removed(seat)
    for (const connection of session.presence.connections) if (connection.seat === seat) connection.close()
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
  return { kept: 'sealed-ballots, papers' }
}
