// Tours over HTTP: plan, stops, synthesis, and what the read-only link shows. Called by app.ts.
import { randomBytes } from 'node:crypto'
import { Router } from 'express'
import { assemblyProgramme } from '../../shared/tour/assembly.ts'
import {
  assemblyOrder,
  changed,
  newPlan,
  planChange,
  stopOrder,
  tourOrder,
} from '../../shared/tour/schema.ts'
import { tourReport } from '../../shared/tour/report.ts'
import type { TourRow } from '../store/store.ts'
import { hashToken, newToken } from '../tokens.ts'
import { parseBody } from './body.ts'
import { checkCreateKey, tagsOf, type RouteDeps } from './context.ts'
import { programmeFor } from './creating.ts'
import { sendReport } from './exports.ts'
import { Problem } from './problem.ts'
import { checkProgramme } from './programme.ts'
import { createSyntheses } from './syntheses.ts'
import { tourAsked, tourOwned } from './tour-access.ts'
import { bringIn, openStop, saveTour } from './tour-stops.ts'
import { publicPart, publicTour, suggestionsOf, wholeTour } from './tour-views.ts'

export function tourRoutes(deps: RouteDeps): Router {
  const router = Router()
  const { store, clock } = deps
  const syntheses = createSyntheses(deps)

  router.post('/', async (req, res) => {
    checkCreateKey(req, deps)
    const asked = parseBody(tourOrder, req.body)
    const { template, language, title } = asked
    const programme = checkProgramme(asked.programme ?? programmeFor(template, language, title))
    const token = newToken()
    const now = clock.now()
    const row: TourRow = {
      id: randomBytes(9).toString('base64url').replace(/[-_]/g, 'x'),
      hash: hashToken(token),
      key: newToken(),
      createdAt: now,
      touchedAt: now,
      rev: 1,
      plan: newPlan(asked, programme),
      stops: [],
    }
    await store.tours.create(row)
    const links = { tour: `${deps.links.origin()}/tour/${row.id}#${token}`, public: deps.links.tour(row) }
    res.status(201).json({ tour: { id: row.id, title, language }, token, links })
  })

  router.get('/:id', async (req, res) => {
    const { row, owner } = await tourAsked(req, deps, req.params.id)
    res.set('ETag', `"${row.rev}"`).json(owner ? await wholeTour(deps, row) : publicTour(row))
  })

  router.put('/:id', async (req, res) => {
    const row = await tourOwned(req, deps, req.params.id)
    const change = parseBody(planChange, req.body)
    if (change.programme) checkProgramme(change.programme)
    const from = tagsOf(req)
    if (from && !from.includes(`"${row.rev}"`)) throw new Problem(412, 'stale')
    const saved = await saveTour(deps, row, { plan: changed(row.plan, change) })
    res.set('ETag', `"${saved.rev}"`).json(await wholeTour(deps, saved))
  })

  router.delete('/:id', async (req, res) => {
    const row = await tourOwned(req, deps, req.params.id)
    await store.tours.erase(row.id)
    deps.changes.drop(row.id)
    syntheses.drop(row.id)
    res.status(204).end()
  })

  router.post('/:id/stops', async (req, res) => {
    const row = await tourOwned(req, deps, req.params.id)
    const asked = parseBody(stopOrder, req.body)
    if (asked.report !== undefined) return void res.status(201).json(await bringIn(deps, row, asked))
    res.status(201).json(await openStop(deps, row, asked, row.plan.programme, {}))
  })

  router.post('/:id/assembly', async (req, res) => {
    const row = await tourOwned(req, deps, req.params.id)
    const asked = parseBody(assemblyOrder, req.body)
    const programme = checkProgramme(assemblyProgramme(row.plan, asked.settings))
    if (programme.activities.length === 0) throw new Problem(409, 'conflict')
    res.status(201).json(await openStop(deps, row, asked, programme, { assembly: true }))
  })

  /** The stop leaves the tour with what it has left; its workshop goes on by itself. */
  router.delete('/:id/stops/:stop', async (req, res) => {
    const row = await tourOwned(req, deps, req.params.id)
    const stops = row.stops.filter(({ id }) => id !== req.params.stop)
    if (stops.length === row.stops.length) throw new Problem(404, 'not-found')
    await saveTour(deps, row, { stops })
    res.status(204).end()
  })

  router.get('/:id/synthesis', async (req, res) => {
    const { row, owner } = await tourAsked(req, deps, req.params.id)
    const told = await syntheses.of(row, !owner)
    res.json(owner ? told.synthesis : publicPart(told, row))
  })

  /** The whole tour in every format of a report; by the link, the parts that are shown. */
  router.get('/:id/report.:format', async (req, res) => {
    const { row, owner } = await tourAsked(req, deps, (req.params as { id: string }).id)
    const told = await syntheses.of(row, !owner)
    const seen = owner ? told : { outcomes: {}, synthesis: publicPart(told, row) }
    await sendReport(req, res, deps, tourReport({ ...row, ...seen }))
  })

  /** Groups of similar notes among those that are in no theme yet: proposed, never applied. */
  router.get('/:id/suggestions', async (req, res) => {
    const row = await tourOwned(req, deps, req.params.id)
    res.json(suggestionsOf(row, (await syntheses.of(row, false)).outcomes))
  })

  return router
}
