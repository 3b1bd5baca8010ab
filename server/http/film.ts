// The film of the evening, for the desk alone, and of what the room has been shown alone. Called by app.ts.
import { Router } from 'express'
import { boardName } from '../../shared/ids.ts'
import { shownFrames, type Film } from '../../shared/report/film.ts'
import type { LiveSession } from '../live/session.ts'
import { deskOf, type RouteDeps } from './context.ts'
import { reportOf } from './report-source.ts'

export function filmRoutes(deps: RouteDeps): Router {
  const router = Router({ mergeParams: true })
  router.get('/film', async (req, res) => {
    const session = await deskOf(req as never, deps)
    const report = await reportOf(deps, session, { names: false, ballots: false, published: true })
    const hidden = await hiddenNow(deps, session, report)
    const frames = shownFrames(await deps.store.film.frames(session.place.id), report, hidden)
    res.json({ v: 1, report, frames, steps: stepsOf(session, report) } satisfies Film)
  })
  return router
}

/** Ids of the notes that the desk has hidden; a frame may be a little older than that. */
async function hiddenNow(
  { docs }: RouteDeps,
  { place }: LiveSession,
  { sections }: Film['report'],
): Promise<string[]> {
  const boards = await Promise.all(sections.map(({ id }) => docs.notes(place.id, boardName(id))))
  return boards.flat().flatMap(({ id, hidden }) => (hidden ? [id] : []))
}

function stepsOf({ place }: LiveSession, { sections }: Film['report']): Film['steps'] {
  const labelled = sections.flatMap(({ id }) => {
    const it = place.running(id)
    return it ? [[id, it.steps.map((step) => place.words(it)(`step.${step.id}`))] as const] : []
  })
  return Object.fromEntries(labelled)
}
