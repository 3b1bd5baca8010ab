// The one server that listens, with or without a certificate, and its port. Called by the house.
import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Config } from './config.ts'

/** Bytes and milliseconds. */
const LIMITS_OF_REQUESTS = { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000 }

/** Speaks https where there is a certificate. */
export function createHttp(tls: Config['tls']): Server {
  return tls ? createSecureServer({ ...LIMITS_OF_REQUESTS, ...tls }) : createServer(LIMITS_OF_REQUESTS)
}

/** The port it listens on; undefined before. */
export function portOf(http: Server): number | undefined {
  return (http.address() as AddressInfo | null)?.port
}
