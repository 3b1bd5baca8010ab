// Documents behind a real HTTP server on port 0, with seats and rights set by hand, and peers that attach to them.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createDocs } from '../../server/docs/docs.ts'
import { parseFrame, step1Frame, type Frame } from '../../server/docs/frames.ts'
import { createDocsGateway, type DocsGateway, type FoundSeat } from '../../server/docs/gateway.ts'
import type { Docs, DocsHooks } from '../../server/docs/ports.ts'
import { createMemoryStore } from '../../server/store/memory.ts'
import type { Store } from '../../server/store/store.ts'
import type { Clock } from '../../shared/clock.ts'
import { systemClock } from '../../server/clock.ts'
import type { Access } from '../../shared/session/access.ts'
import type { Role } from '../../shared/wire.ts'
import { stockProvider } from './stock.ts'

export const CODE = 'GRVKMT'
export const WORKSHOP = 'w1'

/** A memory store whose appends can be held back or made to fail. */
export interface MoodyStore extends Store {
  hold(): void
  release(): void
  fail(on: boolean): void
  appends: number
}

export function moodyStore(): MoodyStore {
  const store = createMemoryStore()
  let failing = false
  let held: { open: Promise<void>; release(): void } | null = null
  const moody: MoodyStore = {
    ...store,
    appends: 0,
    docs: {
      ...store.docs,
      async appendAll(...args) {
        await held?.open
        if (failing) throw new Error('disk full')
        moody.appends++
        return store.docs.appendAll(...args)
      },
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = { open: promise, release: resolve }
    },
    release() {
      held?.release()
      held = null
    },
    fail: (on) => void (failing = on),
  }
  return moody
}

export interface DocRoom {
  docs: Docs
  store: MoodyStore
  url: string
  /** Rights by seat and document; a pad of the seat's own and a board for trusted seats are written by default. */
  rights: Map<string, Access | 'ended'>
  errors: unknown[]
  pads: string[]
  /** Issues a seat; its token is `t-<id>`. */
  seat(id: string, role?: Role, more?: Partial<FoundSeat>): string
  close(): Promise<void>
}

export interface RoomOptions {
  clock?: Clock
  store?: MoodyStore
  onPad?: DocsHooks['onPad']
  onWritten?: DocsHooks['onWritten']
}

export async function docRoom(options: RoomOptions = {}): Promise<DocRoom> {
  const { clock = systemClock(), store = moodyStore() } = options
  const seats = new Map<string, FoundSeat>()
  const room: Omit<DocRoom, 'docs' | 'url' | 'close'> = {
    store,
    rights: new Map(),
    errors: [],
    pads: [],
    seat(id, role = 'participant', more = {}) {
      seats.set(`t-${id}`, { workshop: WORKSHOP, code: CODE, id, role, ended: false, ...more })
      return `t-${id}`
    },
  }
  const log = () => undefined
  const docs = createDocs({
    store,
    clock,
    log,
    hooks: {
      gate(_workshop, seat, ref) {
        const name =
          ref.sort === 'pad'
            ? `pad.${ref.activity}.${ref.writer}`
            : ref.sort === 'plan'
              ? 'plan'
              : `board.${ref.activity}`
        const trusted = seat.role === 'facilitator' || seat.role === 'scribe'
        const writes = ref.sort === 'pad' ? ref.writer === seat.id : trusted
        return room.rights.get(`${seat.id} ${name}`) ?? (writes ? 'write' : 'none')
      },
      onBoard: () => undefined,
      onPlan: () => undefined,
      checkpoint: async () => [],
      onWritten: (...news) => options.onWritten?.(...news),
      onPad(workshop, activity, writer) {
        room.pads.push(writer)
        options.onPad?.(workshop, activity, writer)
      },
      onStoreError: (_workshop, error) => room.errors.push(error),
    },
  })
  const findSeat = async (token: string) => seats.get(token) ?? null
  const originAllowed = (req: IncomingMessage) => req.headers.origin !== 'http://evil.example'
  const gateway = createDocsGateway({ docs, findSeat, originAllowed, clock, log })
  const http = await listen(gateway)
  const { port } = http.address() as AddressInfo
  return {
    ...room,
    docs,
    url: `ws://127.0.0.1:${port}/docs/${CODE}`,
    async close() {
      store.release()
      await docs.drain()
      gateway.close()
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
    },
  }
}

async function listen(gateway: DocsGateway): Promise<Server> {
  const http = createServer()
  http.on('upgrade', (req, socket, head) => {
    if (!gateway.upgrade(req, socket, head)) socket.destroy()
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  return http
}

export interface Peer {
  doc: Y.Doc
  provider: WebsocketProvider
  /** Close codes so far, those after which the provider comes back included. */
  codes: number[]
  leave(): void
}

/** A stock client; resolves at once, in sync or not. */
export function attach(room: Pick<DocRoom, 'url'>, token: string, name: string, doc = new Y.Doc()): Peer {
  const provider = stockProvider(room.url, name, doc, { protocols: ['tablee', token] })
  const codes: number[] = []
  provider.on('connection-close', (event: { code: number } | null) => void codes.push(event?.code ?? 0))
  return {
    doc,
    provider,
    codes,
    leave() {
      provider.destroy()
      provider.awareness.destroy()
      doc.destroy()
    },
  }
}

/** A stock client that is in sync. */
export async function synced(room: DocRoom, token: string, name: string, doc = new Y.Doc()): Promise<Peer> {
  const peer = attach(room, token, name, doc)
  await until(() => peer.provider.synced)
  return peer
}

export interface RawPeer {
  socket: WebSocket
  frames: Frame[]
  /** Frames of one kind. */
  of<K extends Frame['kind']>(kind: K): Extract<Frame, { kind: K }>[]
  closed: Promise<number>
}

/** A bare socket that keeps what it gets; asks for everything once it is open. */
export async function raw(room: DocRoom, token: string, name: string, ...more: string[]): Promise<RawPeer> {
  const socket = new WebSocket(`${room.url}/${name}`, ['tablee', token, ...more])
  const frames: Frame[] = []
  socket.on('message', (data) => {
    const frame = parseFrame(data as Buffer)
    if (frame === 'unreadable') throw new Error('the server sent an unreadable frame')
    frames.push(frame)
  })
  const closed = new Promise<number>((done) => socket.on('close', (code) => done(code)))
  await new Promise<void>((done, fail) => socket.on('open', () => done()).on('error', fail))
  socket.send(step1Frame(Uint8Array.of(0)))
  return {
    socket,
    frames,
    of: (kind) => frames.filter((frame) => frame.kind === kind) as never,
    closed,
  }
}

/** Waits for something to become true, by the real clock. */
export async function until(is: () => boolean | Promise<boolean>, ms = 5000): Promise<void> {
  const end = performance.now() + ms
  while (!(await is())) {
    if (performance.now() > end) throw new Error('it did not come true in time')
    await new Promise((done) => setTimeout(done, 5))
  }
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
