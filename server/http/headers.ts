// Security headers of every answer, and the origin check that both upgrades and all writing routes share. Called by app.ts and the gateways.
import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { Problem } from './problem.ts'

/** No inline script, no foreign host. The socket origin is named beside 'self' for older Safari. */
function policy(host: string, secure: boolean): string {
  const sockets = /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : ''
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** `secure`: the public address is https, so browsers may be told to stay on it. */
export function securityHeaders(secure: boolean): RequestHandler {
  return (req, res, next) => {
    res.set({
      'Content-Security-Policy': policy(req.headers.host ?? '', secure),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
      'Cache-Control': 'no-store',
      ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    })
    next()
  }
}

/** True for a script (no Origin), for our own host, and for the origins that the operator allows. */
export function originCheck(allowed: readonly string[]): (req: IncomingMessage) => boolean {
  return (req) => {
    const { origin, host } = req.headers
    if (origin === undefined) return true
    if (allowed.includes(origin)) return true
    return origin === `http://${host}` || origin === `https://${host}`
  }
}

/** Refuses a foreign origin, whatever it asks for, and a body that is not JSON on POST and PUT. */
export function writingGuard(originAllowed: (req: IncomingMessage) => boolean): RequestHandler {
  return (req, _res, next) => {
    if (!originAllowed(req)) return next(new Problem(403, 'not-allowed'))
    const writes = req.method === 'POST' || req.method === 'PUT'
    if (writes && !req.is('application/json')) return next(new Problem(415, 'unsupported-media-type'))
    next()
  }
}
