// The operator's calls, behind ADMIN_KEY: workshops with their sizes, erasing, backups, figures. Called by app.ts.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Router, type Request } from 'express'
import { LIMITS } from '../../shared/limits.ts'
import { erasedOn } from '../retention.ts'
import type { ListedWorkshop } from '../store/listed.ts'
import { sameSecret } from '../tokens.ts'
import { bearer, type RouteDeps } from './context.ts'
import { Problem } from './problem.ts'

/** Milliseconds between two looks at the loop, and nanoseconds of one. */
const RESOLUTION = 10
const MS = 1e6

/** Every call needs the key as bearer token; wrong ones are slowed like wrong join codes. */
export function adminRoutes(deps: RouteDeps, key: string): Router {
  const router = Router()
  const { store, config, clock, log, sessions } = deps
  const stalls = monitorEventLoopDelay({ resolution: RESOLUTION })
  stalls.enable()

  router.use(async (req, _res, next) => {
    const holder = await deps.doorman.guess(req.ip ?? '', async () =>
      holds(req, key) ? { id: 'admin' } : null,
    )
    next(holder === null ? new Problem(401, 'unauthorized') : undefined)
  })

  router.get('/house', async (_req, res) => {
    const [disk, backups] = await Promise.all([deps.backups?.disk(), deps.backups?.list()])
    res.json({
      retentionDays: config.retentionDays,
      maxSeats: config.maxSeats,
      createKey: config.createKey !== null,
      figures: {
        ...deps.figures(),
        memory: process.memoryUsage.rss(),
        uptime: Math.round(process.uptime()),
        // Since the last look.
        stall: Math.max(0, Math.round(stalls.percentile(99) / MS) - RESOLUTION),
      },
      ...(disk && { disk }),
      ...(backups && { backups, folder: deps.backups!.folder }),
    })
    stalls.reset()
  })

  router.get('/workshops', async (req, res) => {
    const from = Number(req.query['from'] ?? 0)
    if (!Number.isSafeInteger(from) || from < 0) throw new Problem(400, 'bad-request', { field: 'from' })
    const { total, workshops } = await store.workshops.list(from, LIMITS.listed)
    const online = (id: string) => sessions.peek(id)?.presence.connections.size ?? 0
    const told = (row: ListedWorkshop) => ({
      ...row,
      createdAt: new Date(row.createdAt).toISOString(),
      touchedAt: new Date(row.touchedAt).toISOString(),
      erasedOn: erasedOn(row, config.retentionDays),
      online: online(row.id),
    })
    res.json({ total, workshops: workshops.map(told) })
  })

  router.delete('/workshops/:id', async (req, res) => {
    if (!(await store.workshops.get(req.params.id))) throw new Problem(404, 'not-found')
    await deps.erase(req.params.id)
    await store.tours.forget(req.params.id)
    log('info', 'workshop erased by the operator', { workshop: req.params.id })
    res.status(204).set('Tablee-Kept', 'backups').end()
  })

  router.post('/backups', async (_req, res) => {
    const { backups } = deps
    if (!backups) throw new Problem(409, 'conflict')
    if ((await backups.list()).length >= LIMITS.backups) throw new Problem(409, 'full')
    const made = await backups.make(clock.now())
    if (!made) throw new Problem(503, 'busy', { retryAfter: 5 })
    log('info', 'backup written', { bytes: made.bytes })
    res.status(201).json(made)
  })

  router.delete('/backups/:name', async (req, res) => {
    if (!(await deps.backups?.drop(req.params.name))) throw new Problem(404, 'not-found')
    res.status(204).end()
  })

  return router
}

function holds(req: Request, key: string): boolean {
  const token = bearer(req)
  return token !== null && sameSecret(token, key)
}
