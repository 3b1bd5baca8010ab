// One socket.io connection to the session, without any wish to come back: Live decides when to try again.
// Called by lib/live.svelte.ts; onWake() also by documents.
import { io } from 'socket.io-client'
import {
  PROTOCOL_VERSION,
  type Answer,
  type Counts,
  type DeskView,
  type RefusalCode,
  type Snapshot,
} from '../../shared/wire.ts'

export interface SessionEvents {
  /** Anything came in: the line is alive. */
  heard(): void
  /** A beat of a line by polling: a browser repeats a broken request by itself, and what was in it is lost without a word. */
  doubt(): void
  up(): void
  /** The line is lost; `code` is the server's reason for a refused handshake. */
  down(code: string | null): void
  session(snapshot: Snapshot): void
  counts(counts: Counts): void
  desk(desk: DeskView): void
  ended(): void
}

export interface SessionSocket {
  /** The answer, or null where none came in time. */
  ask(event: string, payload: object, within: number): Promise<Answer | null>
  /** Nothing is heard from it afterwards, whatever its transport still does. */
  close(): void
}

const FINAL: readonly string[] = ['not-your-seat', 'gone', 'version']

/** True for a refusal that no further attempt will change. */
export function isFinal(code: string | null): code is RefusalCode {
  return code !== null && FINAL.includes(code)
}

/** Opens a connection; `pollingFirst` begins with HTTP and upgrades to WebSocket. `more` is what a wall says of itself. */
export function connectSession(
  token: string,
  pollingFirst: boolean,
  events: SessionEvents,
  more: object = {},
): SessionSocket {
  const socket = io({
    auth: { token, v: PROTOCOL_VERSION, ...more },
    transports: pollingFirst ? ['polling', 'websocket'] : ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    reconnection: false,
    timeout: 6000,
  })
  socket.io.on('ping', () => {
    events.heard()
    if (socket.io.engine.transport.name === 'polling') events.doubt()
  })
  socket.onAny(events.heard)
  socket.on('connect', events.up)
  socket.on('connect_error', (error) => events.down(codeOf(error)))
  socket.on('disconnect', () => events.down(null))
  socket.on('session', events.session)
  socket.on('counts', events.counts)
  socket.on('desk', events.desk)
  socket.on('ended', events.ended)
  return {
    ask: async (event, payload, within) => {
      if (!socket.connected) return null
      return socket
        .timeout(within)
        .emitWithAck(event, payload)
        .then((answer: Answer) => answer)
        .catch(() => null)
    },
    close: () => {
      socket.off()
      socket.offAny()
      socket.io.off('ping')
      socket.disconnect()
    },
  }
}

/** Calls when the device comes back: page shown again, out of the back-forward cache, network found. Gives the way to stop. */
export function onWake(call: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  const shown = () => document.visibilityState === 'visible' && call()
  document.addEventListener('visibilitychange', shown)
  window.addEventListener('pageshow', call)
  window.addEventListener('online', call)
  return () => {
    document.removeEventListener('visibilitychange', shown)
    window.removeEventListener('pageshow', call)
    window.removeEventListener('online', call)
  }
}

function codeOf(error: Error): string | null {
  const code = (error as Error & { data?: { code?: unknown } }).data?.code
  return typeof code === 'string' ? code : null
}
