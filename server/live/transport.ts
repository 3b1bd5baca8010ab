// How session sockets travel: socket.io with its limits. Made by gateway.ts.
import { randomBytes } from 'node:crypto'
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import { WebSocketServer, type ServerOptions } from 'ws'
import { LIMITS } from '../../shared/limits.ts'

/** A message that came in more pieces than this was cut up on purpose. */
const MOST_FRAGMENTS = 64
const MOST_CHUNKS = 1024

/**
 * Heartbeats every 15 s; no binary, no compression, no recovery. Ids of sockets tell which `node` made them, so that every
 * other one can hand on what belongs to them.
 */
export function createTransport(
  http: HttpServer,
  originAllowed: (req: IncomingMessage) => boolean,
  node?: string,
): Server {
  const io = new Server(http, {
    serveClient: false,
    pingInterval: 15_000,
    pingTimeout: 15_000,
    maxHttpBufferSize: LIMITS.socketMessage,
    destroyUpgrade: false,
    perMessageDeflate: false,
    wsEngine: Frugal,
    httpCompression: false,
    allowEIO3: false,
    allowRequest: (req, done) => done(originAllowed(req) ? null : 'origin', originAllowed(req)),
  })
  if (node !== undefined) io.engine.generateId = () => `${node}.${randomBytes(15).toString('base64url')}`
  return io
}

/** engine.io does not hand these on: a message cut into thousands of pieces would be kept in memory whole. */
class Frugal extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, maxFragments: MOST_FRAGMENTS, maxBufferedChunks: MOST_CHUNKS })
  }
}
