// Hands on what reaches this node but belongs to a workshop that another node runs: requests and document sockets as they are,
// byte for byte, into that node's own server. Called by the house, before its app and its gateways.
import { request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server as TlsServer } from 'node:tls'
import { parseCode } from '../shared/ids.ts'
import { SAVED_SUBPROTOCOL, SUBPROTOCOL } from '../shared/wire.ts'
import type { Cluster } from './cluster/cluster.ts'
import { Tunnel } from './cluster/tunnel.ts'
import type { Log } from './log.ts'
import type { Seats } from './seats.ts'
import { StoreUnavailable } from './store/errors.ts'
import type { Store } from './store/store.ts'

export interface RelayDeps {
  cluster: Cluster
  http: Server
  store: Pick<Store, 'workshops'>
  seats: Seats
  log: Log
}

const WORKSHOP = /^\/api\/(?:admin\/)?workshops\/([^/?]+)/
const DOCS = '/docs/'
const SESSION = /^\/socket\.io\/\?(?:.*&)?sid=([0-9a-f-]{36})\./

/** Whom a request or an upgrade is for: a node, and the workshop that it must run, if it must run one. */
interface Whither {
  node: string
  workshop: string
}

/** Stands before everybody who listens to this server so far: call it last. */
export function standBefore(deps: RelayDeps): void {
  const { cluster, http, log } = deps
  const requests = http.listeners('request')
  const upgrades = http.listeners('upgrade')
  for (const event of ['request', 'upgrade']) http.removeAllListeners(event)
  cluster.serve('stream', (channel, _workshop, { address }) => {
    // What goes through a tunnel has been deciphered already.
    http.emit(http instanceof TlsServer ? 'secureConnection' : 'connection', new Tunnel(channel, address))
  })
  const open = ({ node, workshop }: Whither, { socket }: IncomingMessage) =>
    new Tunnel(cluster.open(node, 'stream', workshop, { address: socket.remoteAddress ?? '' }))

  http.on('request', (req, res) => {
    whither(req, () => workshopOf(req, deps), deps).then(
      (to) => {
        if (to) pass(req, res, open(to, req))
        else for (const listener of requests) listener.call(http, req, res)
      },
      (error: unknown) => {
        log('warn', 'request not handed on', {}, error)
        away(res)
      },
    )
  })
  http.on('upgrade', (req, socket: Duplex, head: Buffer) => {
    socket.on('error', () => undefined)
    whither(req, () => workshopOfToken(req, deps), deps).then(
      (to) => {
        if (to) splice(req, socket, head, open(to, req))
        else for (const listener of upgrades) listener.call(http, req, socket, head)
      },
      (error: unknown) => {
        log('warn', 'socket not handed on', {}, error)
        socket.destroy()
      },
    )
  })
}

/** null where it is answered here. What came through a tunnel goes no further. */
async function whither(
  req: IncomingMessage,
  workshopOf: () => Promise<string | null>,
  { cluster }: RelayDeps,
): Promise<Whither | null> {
  const maker = SESSION.exec(req.url ?? '')?.[1]
  if (req.socket instanceof Tunnel && maker !== undefined) return null
  // Long polling: the socket is where its first request was answered.
  if (maker !== undefined && maker !== cluster.node && cluster.isAlive(maker))
    return { node: maker, workshop: '' }
  const workshop = await workshopOf()
  const node = workshop !== null && (await cluster.elsewhere(workshop))
  if (!node) return null
  if (req.socket instanceof Tunnel) throw new Error('handed on twice')
  return { node, workshop }
}

/**
 * Has the node that runs a workshop keep what it leaves to its tour: it alone knows the newest. Resolves with false where
 * that is this one.
 */
export function keepers(
  cluster: Cluster | null,
  keep: (workshop: string) => Promise<void>,
): (workshop: string) => Promise<boolean> {
  cluster?.serve('outcome', (channel, workshop) => {
    keep(workshop).then(
      () => channel.close('kept'),
      () => channel.close('not kept'),
    )
  })
  return async (workshop) => {
    const node = await cluster?.elsewhere(workshop)
    if (!node) return false
    const why = await new Promise((end) => cluster!.open(node, 'outcome', workshop, {}).onEnd(end))
    if (why !== 'kept') throw new StoreUnavailable('the node of the workshop does not answer')
    return true
  }
}

/** The workshop that a request is about, by its id or its code; null for every other request. */
async function workshopOf(req: IncomingMessage, { store, cluster }: RelayDeps): Promise<string | null> {
  const name = WORKSHOP.exec(req.url ?? '')?.[1]
  if (name === undefined || name === 'import') return null
  if (cluster.isHere(name)) return name
  const code = parseCode(name)
  const row = (await store.workshops.get(name)) ?? (code ? await store.workshops.byCode(code) : null)
  return row?.id ?? null
}

/** The workshop of the seat whose token the upgrade of a document socket brings; null where it is nobody's. */
async function workshopOfToken(req: IncomingMessage, { seats }: RelayDeps): Promise<string | null> {
  if (!req.url?.startsWith(DOCS)) return null
  const offered = (req.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const token = offered.find(
    (name) => name !== SUBPROTOCOL && name !== SAVED_SUBPROTOCOL && !/^tablee\.v\d+$/.test(name),
  )
  return token === undefined ? null : seats.workshopOf(token)
}

/** Joins a device's socket and a tunnel, the request that opened it first. */
function splice(req: IncomingMessage, socket: Duplex, head: Buffer, tunnel: Tunnel): void {
  tunnel.write(headOf(req))
  tunnel.write(head)
  socket.pipe(tunnel).pipe(socket)
  tunnel.on('close', () => socket.destroy())
  socket.on('close', () => tunnel.destroy())
}

function pass(req: IncomingMessage, res: ServerResponse, tunnel: Tunnel): void {
  const { method, url, headers } = req
  const onward = request({
    method,
    path: url,
    headers: { ...headers, connection: 'close' },
    createConnection: () => tunnel as never,
  })
  onward.on('response', (answer) => {
    res.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(res)
    answer.on('error', () => res.destroy())
  })
  onward.on('error', () => away(res))
  res.on('close', () => tunnel.destroy())
  req.pipe(onward)
}

/** The other node has just gone: whoever asks again is answered by the one that comes after it. */
function away(res: ServerResponse): void {
  if (res.headersSent) return void res.destroy()
  res.writeHead(503, {
    'Content-Type': 'application/problem+json',
    'Retry-After': '1',
    'Cache-Control': 'no-store',
  })
  res.end(
    JSON.stringify({
      type: 'about:blank',
      status: 503,
      title: 'Not saving at the moment: try again',
      code: 'busy',
    }),
  )
}

/** The request as it came, to be read by the other node's server. */
function headOf({ method, url, httpVersion, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let n = 0; n < rawHeaders.length; n += 2) lines.push(`${rawHeaders[n]}: ${rawHeaders[n + 1]}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}
