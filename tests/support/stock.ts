// The provider that anybody takes from the shelf, as the contract promises it to work. Called by all that writes documents in tests.
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'

export interface StockOptions {
  /** The sub-protocols to ask for; the token is one of them. */
  protocols: string[]
  maxBackoffTime?: number
}

/** A document of `address` (`ws://host/docs/<code>`) over the stock provider; destroyed by whoever asked for it. */
export function stockProvider(
  address: string,
  name: string,
  doc: Y.Doc,
  options: StockOptions,
): WebsocketProvider {
  const provider = new WebsocketProvider(address, name, doc, {
    ...options,
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  // It would say goodbye as the process ends. A test is a room of many devices in one process, which Node takes for a leak.
  process.off('exit', provider._exitHandler)
  return provider
}
