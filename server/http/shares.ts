// The report shared by a read-only link, and the summary that the facilitation writes over it. Called by app.ts and exports.ts.
import { randomBytes } from 'node:crypto'
import { Router, type Request } from 'express'
import * as z from 'zod'
import { LIMITS } from '../../shared/limits.ts'
import type { LiveSession } from '../live/session.ts'
import type { ShareRow, WorkshopRow } from '../store/store.ts'
import { sameSecret } from '../tokens.ts'
import { parseBody } from './body.ts'
import { bearer, deskOf, seatOf, sessionOf, type RouteDeps } from './context.ts'
import { Problem } from './problem.ts'

export const sharing = z.strictObject({
  /** ISO time from which the link opens nothing any more. */
  until: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
  /** The phones of the workshop are given the link. */
  phones: z.boolean().default(false),
})
export const summing = z.strictObject({ text: z.string().max(LIMITS.summary) })

export function shareRoutes(deps: RouteDeps): Router {
  const router = Router({ mergeParams: true })
  const { store, clock, links } = deps
  const shown = (row: WorkshopRow, { id, until, phones }: ShareRow) => ({
    link: links.report(row, id),
    share: { id, phones, ...(until === undefined ? {} : { until: new Date(until).toISOString() }) },
  })

  router.post('/shares', async (req, res) => {
    const { place, alone } = await deskOf(req as never, deps)
    const { until, phones } = parseBody(sharing, req.body)
    const end = until === undefined ? undefined : Date.parse(until)
    if (end !== undefined && end <= clock.now())
      throw new Problem(400, 'bad-request', { field: 'until', detail: 'over already' })
    const share: ShareRow = {
      ...{ id: randomBytes(9).toString('hex'), createdAt: clock.now(), phones },
      ...(end === undefined ? {} : { until: end }),
    }
    await alone(async () => {
      if ((await store.remains.shares(place.id)).length >= LIMITS.shares) throw new Problem(409, 'full')
      await store.remains.addShare(place.id, share)
    })
    res.status(201).json(shown(place.row, share))
  })

  // The desk sees every link; the others those that were given to the phones.
  router.get('/shares', async (req, res) => {
    const seat = await seatOf(req as never, deps, (req.params as { id: string }).id)
    const { place } = await sessionOf(deps, seat.workshop)
    const all = (await store.remains.shares(place.id)).filter((share) => isOpen(share, clock.now()))
    const mine = seat.role === 'facilitator' ? all : all.filter((share) => share.phones)
    res.json({ shares: mine.map((share) => shown(place.row, share)) })
  })

  router.delete('/shares/:share', async (req, res) => {
    const { place } = await deskOf(req as never, deps)
    const { share } = req.params as { share: string }
    const known = (await store.remains.shares(place.id)).some(({ id }) => id === share)
    if (!known) throw new Problem(404, 'not-found')
    await store.remains.dropShare(place.id, share)
    res.status(204).end()
  })

  router.put('/summary', async (req, res) => {
    const { place } = await deskOf(req as never, deps)
    const { text } = parseBody(summing, req.body)
    await store.remains.saveSummary(place.id, text.trim())
    deps.changes.touch(place.id)
    res.json({ text: text.trim() })
  })

  return router
}

function isOpen({ until }: ShareRow, now: number): boolean {
  return until === undefined || until > now
}

/** Who reads the report: its desk, or somebody with the key of a share, who is shown what the room has seen. */
export async function readerOf(
  req: Request,
  deps: RouteDeps,
): Promise<{ session: LiveSession; shared: boolean }> {
  const token = bearer(req)
  if (token === null || (await deps.seats.find(token)) !== null)
    return { session: await deskOf(req, deps), shared: false }
  const id = String(req.params['id'])
  const session = await deps.sessions.get(id)
  const shares = session ? await deps.store.remains.shares(id) : []
  const held = shares.some(
    (share) =>
      isOpen(share, deps.clock.now()) && sameSecret(deps.links.shareKey(session!.place.row, share.id), token),
  )
  if (!session || !held) throw new Problem(401, 'unauthorized')
  return { session, shared: true }
}
