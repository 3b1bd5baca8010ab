// The one server that listens, with or without a certificate, and its port. Called by the house.
import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../shared/clock.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

/** Bytes and milliseconds. */
const LIMITS_OF_REQUESTS = { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000 }

/** Milliseconds between two lines of the log about devices that found no place. */
const AGAIN = 60_000

/** Speaks https where there is a certificate. Beyond `most` connections new ones are dropped, and the log says so. */
export function createHttp(tls: Config['tls'], most: number, clock: Clock, log: Log): Server {
  const http = tls ? createSecureServer({ ...LIMITS_OF_REQUESTS, ...tls }) : createServer(LIMITS_OF_REQUESTS)
  if (most === Infinity) return http
  http.maxConnections = most
  let said = -Infinity
  http.on('drop', () => {
    if (clock.now() - said < AGAIN) return
    said = clock.now()
    log('error', 'no file left for more connections: raise ulimit -n, or add a node', { connections: most })
  })
  return http
}

/** The port it listens on; undefined before. */
export function portOf(http: Server): number | undefined {
  return (http.address() as AddressInfo | null)?.port
}
