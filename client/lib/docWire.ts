// The stock y-websocket provider on one document, with our sub-protocols and the "durably stored" messages.
// Called by lib/doc.svelte.ts.
import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { CLOSE, SAVED_KIND, SAVED_SUBPROTOCOL, SUBPROTOCOL, VERSION_SUBPROTOCOL } from '../../shared/wire.ts'
import { startChecks } from './docCheck.ts'
import { onWake } from './socket.ts'

export interface DocPlace {
  code: string
  token: string
  name: string
  /** Desk and scribe: their presence is shown to each other. Others send none. */
  trusted: boolean
}

export interface DocEvents {
  synced(): void
  lost(): void
  /** State vector of what is on the server's disk: client id -> clock. */
  saved(vector: Map<number, number>): void
  /** The server closed for good. */
  closed(code: number): void
  /** The rights have changed: this document must be thrown away. */
  changed(): void
  /** What is here is not what is stored, and nothing here waits to be stored: throw it away and fetch it again. */
  differs(): void
}

export type ConnectDoc = (place: DocPlace, doc: Y.Doc, events: DocEvents) => () => void

/** The server gives a sign of life every 20 s. All in milliseconds. */
const DEAF_AFTER = 25_000
const FIRST_WAIT = 1500
const LONGEST_WAIT = 5000

/** Connects a document; gives the way to let go of it. The stock provider comes back by itself, but all at one moment. */
export const connectDoc: ConnectDoc = (place, doc, events) => {
  const base = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/docs/${place.code}`
  const provider = new WebsocketProvider(base, place.name, doc, {
    protocols: [SUBPROTOCOL, place.token, SAVED_SUBPROTOCOL, VERSION_SUBPROTOCOL],
    disableBc: true,
    connect: false,
  })
  if (!place.trusted) silence(provider)
  provider.messageHandlers[SAVED_KIND] = (_encoder, decoder) =>
    events.saved(Y.decodeStateVector(decoding.readVarUint8Array(decoder)))
  provider.on('sync', (synced: boolean) => (synced ? events.synced() : events.lost()))
  provider.on('closed', ({ code }) => events.closed(code))
  let due: ReturnType<typeof setTimeout> | undefined
  const comeBack = () => {
    clearTimeout(due)
    due = undefined
    provider.connect()
  }
  provider.on('connection-close', (event) => {
    if (event?.code === CLOSE.rightsChanged) setTimeout(events.changed)
    if (!event || due !== undefined || isFinal(event.code)) return
    // Its own attempt finds that nobody wants it yet: three hundred phones come back spread over the wait.
    provider.shouldConnect = false
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** provider.wsUnsuccessfulReconnects)
    due = setTimeout(comeBack, Math.random() * longest)
  })
  const checks = startChecks(provider, doc, events.differs)
  const stopWake = onWake(() => {
    if (due === undefined) wake(provider)
    else comeBack()
    checks.now()
  })
  provider.connect()
  return () => {
    clearTimeout(due)
    stopWake()
    checks.stop()
    provider.destroy()
  }
}

/** 44xx: the server will not have it; the others mean "try again". */
function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500
}

/** A phone or a wall says nothing about itself, neither while it is there nor when it leaves. */
function silence(provider: WebsocketProvider): void {
  provider.awareness.setLocalState(null)
  provider.disconnectBc = () => {}
}

/** A device that slept may hold a dead socket: it is replaced at once, unless something was heard lately. */
function wake(provider: WebsocketProvider): void {
  if (!provider.shouldConnect || Date.now() - provider.wsLastMessageReceived < DEAF_AFTER) return
  provider.disconnect()
  provider.connect()
}
