// Express: headers, routes, health, the built client. Called by the house.
import { join } from 'node:path'
import express, { type Express, type Request, type RequestHandler } from 'express'
import { parseCode } from '../../shared/ids.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { LIMITS } from '../../shared/limits.ts'
import { templates } from '../../shared/templates.ts'
import { adminRoutes } from './admin.ts'
import { assets } from './assets.ts'
import type { RouteDeps } from './context.ts'
import { exportRoutes } from './exports.ts'
import { filmRoutes } from './film.ts'
import { securityHeaders, writingGuard } from './headers.ts'
import { importRoutes } from './import.ts'
import { manifest } from './manifest.ts'
import { createMetrics } from './metrics.ts'
import { createOpenApi } from './openapi/document.ts'
import { linkRoutes, peopleRoutes } from './people.ts'
import { notFound, Problem, problems } from './problem.ts'
import { outlineRoutes, programmeRoutes } from './programme.ts'
import { rollRoutes } from './roll.ts'
import { shareRoutes } from './shares.ts'
import { tourRoutes } from './tours.ts'
import { workshopRoutes } from './workshops.ts'

const STORE_DEADLINE = 1000

export interface AppDeps extends RouteDeps {
  /** Folder of the built client; null serves no pages (tests of the server alone). */
  client: string | null
  secure: boolean
  draining(): boolean
}

export function createApp(deps: AppDeps): Express {
  const app = express()
  app
    .disable('x-powered-by')
    .disable('etag')
    .set('trust proxy', deps.config.trustProxy)
    .set('query parser', 'simple')
  app.use(securityHeaders(deps.secure))
  app.get('/healthz', (_req, res) => void res.type('text/plain').send('ok\n'))
  app.get('/readyz', async (_req, res) => {
    const ready = !deps.draining() && (await answersInTime(deps.store.ping()))
    res
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'not saving\n')
  })
  const metrics = createMetrics(deps.figures)
  app.get('/metrics', async (_req, res) => void res.type(metrics.contentType).send(await metrics.text()))
  const document = createOpenApi()
  app.get('/openapi.json', (_req, res) => void res.type('json').send(document(deps.links.origin())))
  app.get('/manifest.webmanifest', manifest)
  app.use('/api', api(deps))
  if (deps.client !== null) pages(app, deps.client, deps.config.adminKey !== null)
  app.use(notFound)
  app.use(problems(deps.log))
  return app
}

function api(deps: AppDeps) {
  const router = express.Router()
  router.use(writingGuard(deps.originAllowed))
  router.use('/tours/:id/stops', express.json({ limit: LIMITS.importBody, strict: true }))
  // Before the parser of all the others: its bodies are larger, and a refusal names the line.
  router.use('/workshops/import', importRoutes(deps))
  router.use(express.json({ limit: LIMITS.body, strict: true }))
  router.get('/templates', (req, res) => {
    const asked = req.query['language'] ?? 'fr'
    const language = LANGUAGES.find((one) => one === asked)
    if (language === undefined) throw new Problem(400, 'bad-request', { field: 'language' })
    res.json(templates(language))
  })
  router.use('/workshops/:id/programme', programmeRoutes(deps))
  router.use('/workshops/:id/outline', outlineRoutes(deps))
  router.use('/workshops/:id/seats', peopleRoutes(deps))
  router.use('/workshops/:id/links', linkRoutes(deps))
  router.use('/workshops/:id/roll', rollRoutes(deps))
  router.use('/workshops/:id', exportRoutes(deps))
  router.use('/workshops/:id', shareRoutes(deps))
  router.use('/workshops/:id', filmRoutes(deps))
  router.use('/workshops', workshopRoutes(deps))
  router.use('/tours', tourRoutes(deps))
  // Without a key there is no such page, and nothing to guess.
  if (deps.config.adminKey !== null) router.use('/admin', adminRoutes(deps, deps.config.adminKey))
  return router
}

/** Hashed assets for ever; every path of a page gets the same document. */
function pages(app: Express, folder: string, admin: boolean): void {
  app.use('/assets', assets(join(folder, 'assets')))
  app.use(express.static(folder, { index: false, maxAge: 0 }))
  const page =
    /^\/(?:|created|j\/[^/]+|s\/[^/]+|desk\/[^/]+|plan\/[^/]+|outline\/[^/]+|wall\/[^/]+(?:\/\d+)?|report\/[^/]+|replay\/[^/]+|tour\/[^/]+|r\/[^/]+)$/
  app.get(admin ? [page, '/admin'] : page, (req, res) => {
    const door = doorOf(req.path)
    if (door !== null) res.set('Link', `<${door}>; rel=preload; as=fetch; crossorigin`)
    // Under its root: the folder itself may lie in one with a dot, as what npx installs does.
    res.vary('Accept-Language').sendFile(fileOf(req), { root: folder, cacheControl: false })
  })
  app.use(wrongAddress)
}

/** Typed by hand: a code alone is its door, any other address leads home. Who does not ask for a page goes on to the problem. */
const wrongAddress: RequestHandler = (req, res, next) => {
  if (req.method !== 'GET' || req.path.startsWith('/api/') || req.accepts(['json', 'html']) !== 'html')
    return next()
  const code = parseCode(req.path.slice(1).replaceAll('%20', ''))
  res.redirect(code === null ? '/' : `/j/${code}`)
}

/** What a door asks first of all: on a slow line the answer comes with the scripts, not a second after them. */
function doorOf(path: string): string | null {
  const code = path.startsWith('/j/') ? parseCode(path.slice(3)) : null
  return code === null ? null : `/api/workshops/${code}/door`
}

/** A phone's first page says what it needs next, its texts in the reader's language; all pages are one document otherwise. */
function fileOf(req: Request): string {
  const phone = /^\/([js])\//.exec(req.path)
  return phone ? `${phone[1]}.${req.acceptsLanguages(...LANGUAGES) || 'fr'}.html` : 'index.html'
}

async function answersInTime(promise: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), STORE_DEADLINE)))
  const ok = await Promise.race([
    promise.then(
      () => true,
      () => false,
    ),
    late,
  ])
  clearTimeout(timer)
  return ok
}
