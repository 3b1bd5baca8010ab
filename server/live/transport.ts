// How session sockets travel: socket.io with its limits. Made by gateway.ts.
import { randomBytes } from 'node:crypto'
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server } from 'socket.io'
import { WebSocketServer, type ServerOptions, type WebSocket } from 'ws'
import { LIMITS } from '../../shared/limits.ts'
import { WireSocket, wireText, type Sent } from '../wire-socket.ts'

/** A message that came in more pieces than this was cut up on purpose. */
const MOST_FRAGMENTS = 64
const MOST_CHUNKS = 1024

/** Milliseconds: gone without a word is seen within two of them, and no proxy calls the line idle. */
const PING = 20_000

/**
 * Heartbeats; no binary, no compression, no recovery. Ids of sockets tell which `node` made them, so that every
 * other one can hand on what belongs to them.
 */
export function createTransport(
  http: HttpServer,
  originAllowed: (req: IncomingMessage) => boolean,
  node?: string,
): Server {
  const io = new Server(http, {
    serveClient: false,
    pingInterval: PING,
    pingTimeout: PING,
    maxHttpBufferSize: LIMITS.socketMessage,
    destroyUpgrade: false,
    perMessageDeflate: false,
    wsEngine: Frugal,
    httpCompression: false,
    allowEIO3: false,
    allowRequest(req, done) {
      const allowed = originAllowed(req)
      done(allowed ? null : 'origin', allowed)
    },
  })
  if (node !== undefined) io.engine.generateId = () => `${node}.${randomBytes(15).toString('base64url')}`
  return io
}

/** A device's session socket: each text leaves in one write. */
class SessionSocket extends WireSocket {
  override send(data: Parameters<WebSocket['send']>[0], options?: object | Sent, sent?: Sent): void {
    const whole = typeof data === 'string' && typeof options === 'function'
    if (whole && this.readyState === this.OPEN) this.relay(wireText(data), options as Sent)
    else if (typeof options === 'function') super.send(data, options as Sent)
    else super.send(data, options ?? {}, sent)
  }
}

/** engine.io does not hand these on: a message cut into thousands of pieces would be kept in memory whole. */
class Frugal extends WebSocketServer<typeof SessionSocket> {
  constructor(options: ServerOptions<typeof SessionSocket>) {
    const most = { maxFragments: MOST_FRAGMENTS, maxBufferedChunks: MOST_CHUNKS }
    super({ ...options, ...most, WebSocket: SessionSocket })
  }

  override handleUpgrade(
    req: IncomingMessage,
    wire: Duplex,
    head: Buffer,
    opened: (socket: SessionSocket, req: IncomingMessage) => void,
  ): void {
    super.handleUpgrade(req, wire, head, (socket, request) => {
      socket.over(wire)
      opened(socket, request)
    })
  }
}
