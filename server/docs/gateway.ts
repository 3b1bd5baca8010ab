// The door of document sockets: /docs/<code>/<doc>, the token as a second sub-protocol beside `tablee`.
// Called by the house for every HTTP upgrade. Always accepts and then closes with a code, so that a client learns why.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Clock } from '../../shared/clock.ts'
import { parseCode, parseDocName, type DocRef } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { CLOSE, SAVED_SUBPROTOCOL, speaks, SUBPROTOCOL, type Role } from '../../shared/wire.ts'
import type { Log } from '../log.ts'
import { DocSocket } from './doc-socket.ts'
import type { Arrival, Docs } from './ports.ts'

/** The seat that a token proves, and the code of its workshop. */
export interface FoundSeat {
  workshop: string
  code: string
  id: string
  role: Role
  ended: boolean
}

export interface DocsGatewayDeps {
  docs: Pick<Docs, 'connect'>
  /** null where the token is unknown or revoked; rejects where the store does not answer. */
  findSeat(token: string): Promise<FoundSeat | null>
  originAllowed(req: IncomingMessage): boolean
  clock: Clock
  log: Log
}

export interface DocsGateway {
  /** False where the path is not one of documents: nothing was done. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Cuts off everybody who is still here. Documents close their sockets themselves, before. */
  close(): void
}

const PREFIX = '/docs/'
/** The sub-protocol by which our own pages say their version; others say none. */
const VERSION = /^tablee\.v(\d+)$/
/** A message that came in more pieces than this was cut up on purpose. */
const MOST_FRAGMENTS = 64
const MOST_CHUNKS = 4096
/** Milliseconds that finding a seat may take. */
const PATIENCE = 10_000

export function createDocsGateway(deps: DocsGatewayDeps): DocsGateway {
  const server = new WebSocketServer({
    noServer: true,
    WebSocket: DocSocket,
    perMessageDeflate: false,
    maxPayload: LIMITS.update + 1024,
    maxFragments: MOST_FRAGMENTS,
    maxBufferedChunks: MOST_CHUNKS,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  return {
    upgrade(req, socket, head) {
      if (!req.url?.startsWith(PREFIX)) return false
      if (!deps.originAllowed(req)) forbid(socket)
      else
        server.handleUpgrade(req, socket, head, (ws) => {
          ws.over(socket)
          void admit(ws, req, deps)
        })
      return true
    },
    close() {
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}

/** Nothing is read from the socket until its seat is known: what it sends waits in the network. */
async function admit(socket: DocSocket, req: IncomingMessage, deps: DocsGatewayDeps): Promise<void> {
  const { docs, clock, log } = deps
  const refuse = (code: number) => {
    socket.close(code)
    socket.resume()
  }
  socket.on('error', () => undefined)
  socket.pause()
  const cancel = clock.after(PATIENCE, () => refuse(CLOSE.busy))
  try {
    const arrival = await identify(req, deps)
    if (typeof arrival === 'number') refuse(arrival)
    else if (socket.readyState === socket.OPEN) docs.connect(socket, arrival)
  } catch (error) {
    log('error', 'document socket not admitted', {}, error)
    refuse(CLOSE.notSaving)
  } finally {
    cancel()
  }
}

/** Who asks for which document, or the code to close with. */
async function identify(req: IncomingMessage, { findSeat }: DocsGatewayDeps): Promise<Arrival | number> {
  const offered = protocolsOf(req)
  const version = offered.find((name) => VERSION.test(name))
  if (version !== undefined && !speaks(Number(VERSION.exec(version)![1]))) return CLOSE.reload
  const token = offered.find((name) => name !== SUBPROTOCOL && name !== SAVED_SUBPROTOCOL && name !== version)
  const found = token ? await findSeat(token) : null
  if (!found) return CLOSE.unknownSeat
  const at = parsePath(req.url!)
  if (!at || found.code !== at.code) return CLOSE.notYours
  if (found.ended) return CLOSE.ended
  const { workshop, id, role } = found
  const saved = offered.includes(SAVED_SUBPROTOCOL)
  return { workshop, doc: at.doc, ref: at.ref, seat: { id, role }, saved }
}

function protocolsOf(req: IncomingMessage): string[] {
  const header = req.headers['sec-websocket-protocol'] ?? ''
  return header.split(',').map((name) => name.trim())
}

function parsePath(url: string): { code: string; doc: string; ref: DocRef } | null {
  const [path = ''] = url.slice(PREFIX.length).split('?')
  const [code = '', doc = '', ...rest] = path.split('/')
  const ref = parseDocName(doc)
  const parsed = parseCode(code)
  return ref && parsed && rest.length === 0 ? { code: parsed, doc, ref } : null
}

function forbid(socket: Duplex): void {
  socket.on('error', () => undefined)
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
