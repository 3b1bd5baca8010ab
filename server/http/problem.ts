// Errors over HTTP: RFC 9457 problems with a stable code. Called by every route.
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Log } from '../log.ts'

const TITLES = {
  'bad-request': 'The request is not well formed',
  unauthorized: 'A valid token is needed',
  'not-allowed': 'This token may not do that',
  'not-found': 'Nothing here',
  stale: 'Somebody else was faster: read again, then repeat',
  conflict: 'This is fixed or taken already',
  'too-large': 'The body is too large',
  'unsupported-media-type': 'Send application/json',
  'too-fast': 'Too many tries: wait, then try again',
  closed: 'The door of this workshop is closed',
  full: 'No seat is left',
  busy: 'Not saving at the moment: try again',
  error: 'Something went wrong here',
} as const
export type ProblemCode = keyof typeof TITLES
export const PROBLEM_CODES = Object.keys(TITLES)

/** Thrown inside a route, answered by `problems`. */
export class Problem extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly extra: Record<string, unknown>
  constructor(status: number, code: ProblemCode, extra: Record<string, unknown> = {}) {
    super(code)
    this.status = status
    this.code = code
    this.extra = extra
  }
}

function sendProblem(res: Response, problem: Problem): void {
  const { retryAfter, ...extra } = problem.extra
  if (typeof retryAfter === 'number') res.set('Retry-After', String(retryAfter))
  const body = {
    type: 'about:blank',
    title: TITLES[problem.code],
    status: problem.status,
    code: problem.code,
    ...extra,
  }
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(body))
}

export const notFound: RequestHandler = (_req, _res, next) => next(new Problem(404, 'not-found'))

/** The last handler: parser errors and thrown problems as they are, everything else as a logged 500 or 503. */
export function problems(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    if (error instanceof Problem) return sendProblem(res, error)
    const { status, type, name } = error as { status?: number; type?: string; name?: string }
    if (type === 'entity.too.large') return sendProblem(res, new Problem(413, 'too-large'))
    if (status !== undefined && status >= 400 && status < 500)
      return sendProblem(res, new Problem(status, status === 415 ? 'unsupported-media-type' : 'bad-request'))
    log('error', 'request failed', { method: req.method, route: String(req.route?.path ?? '') }, error)
    sendProblem(
      res,
      name === 'StoreUnavailable' || name === 'Fenced'
        ? new Problem(503, 'busy', { retryAfter: 2 })
        : new Problem(500, 'error'),
    )
  }
}
