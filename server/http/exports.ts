// The report in every format, read from the durable documents at that moment. Called by app.ts.
import { Router, type Request, type Response } from 'express'
import { FORMATS, isFormat, plainName } from '../../shared/report/formats.ts'
import type { Report } from '../../shared/report/model.ts'
import { PressBusy } from '../report/press.ts'
import type { RouteDeps } from './context.ts'
import { Problem } from './problem.ts'
import { reportOf } from './report-source.ts'
import { readerOf } from './shares.ts'

export function exportRoutes(deps: RouteDeps): Router {
  const router = Router({ mergeParams: true })
  router.get('/report.:format', async (req, res) => {
    const { session, shared } = await readerOf(req as never, deps)
    if (deps.strain.level === 2) throw new Problem(503, 'busy', { retryAfter: 5 })
    const { format } = req.params as { format?: string }
    const asked = { names: isOn(req, 'names'), ballots: isOn(req, 'ballots'), published: shared }
    if (shared && (asked.names || asked.ballots)) throw new Problem(403, 'not-allowed')
    const zone = zoneOf(req)
    const report = { ...(await reportOf(deps, session, asked)), ...(zone === undefined ? {} : { zone }) }
    if (format === 'blocks') return void res.json(report)
    await sendReport(req, res, deps, report)
  })
  return router
}

/** A report as the file that the path asks for, printed in a process of its own. Called by the routes of workshops and of tours. */
export async function sendReport(
  req: Request,
  res: Response,
  deps: Pick<RouteDeps, 'press'>,
  report: Report,
): Promise<void> {
  const { format } = req.params as { format?: string }
  if (!isFormat(format)) throw new Problem(404, 'not-found')
  const { activity } = req.query
  const file = await deps.press
    .print({ format, report, ...(typeof activity === 'string' ? { activity } : {}) })
    .catch((error: unknown) => {
      throw error instanceof PressBusy ? new Problem(503, 'busy', { retryAfter: 5 }) : error
    })
  if (!file) throw new Problem(404, 'not-found', { field: 'activity' })
  const { code, title } = report.workshop
  res
    .set('Content-Disposition', disposition(plainName(code, format), `${title}.${format}`))
    .set('Tablee-Revision', String(report.revision))
    .type(FORMATS[format])
    .send(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
}

/** The clock that hours are written by. Throws a 400 for one that is not known. */
function zoneOf({ query: { zone } }: Request): string | undefined {
  if (zone === undefined || zone === '') return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: String(zone) }).resolvedOptions().timeZone
  } catch {
    throw new Problem(400, 'bad-request', { field: 'zone', detail: 'not a time zone' })
  }
}

function isOn(req: Request, name: string): boolean {
  return req.query[name] === 'true'
}

/** An ASCII name made by the server, and the real one as RFC 8187 asks. */
function disposition(plain: string, real: string): string {
  const encoded = encodeURIComponent(real.replace(/[\p{Cc}/\\]/gu, ' ')).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
