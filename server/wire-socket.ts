// A WebSocket of the server that takes whole messages, header and payload in one buffer: one write each, where the library
// makes two. Document sockets (docs/doc-socket.ts) and session sockets (live/transport.ts) are made of it.
import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'

/** First byte of a whole message. */
const TEXT = 0x81
const BINARY = 0x82

/** Called once a message has been handed to the system, or could not be. */
export type Sent<None = never> = (error?: Error | None) => void

export class WireSocket extends WebSocket {
  #wire: Duplex | null = null

  /** Hears on which stream the socket was opened. */
  over(wire: Duplex): void {
    this.#wire = wire
  }

  /** Sends what `wireMessage` has made. Nothing is compressed or cut up on these sockets, so messages never interleave. */
  relay(message: Buffer, sent?: Sent): void {
    if (this.readyState === WebSocket.OPEN) this.#wire?.write(message, sent as Sent<null> | undefined)
  }
}

/** A binary message of a server as it goes over the wire (RFC 6455, section 5.2): header and payload in one buffer. */
export function wireMessage(payload: Uint8Array): Buffer {
  const [message, head] = framed(payload.length, BINARY)
  message.set(payload, head)
  return message
}

/** The same of a text. */
export function wireText(text: string): Buffer {
  const [message, head] = framed(Buffer.byteLength(text), TEXT)
  message.write(text, head)
  return message
}

/** Room for a message with its header written, and where the payload begins. */
function framed(length: number, first: number): [Buffer, number] {
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const message = Buffer.allocUnsafe(head + length)
  message[0] = first
  message[1] = head === 2 ? length : head === 4 ? 126 : 127
  if (head === 4) message.writeUInt16BE(length, 2)
  if (head === 10) message.writeBigUInt64BE(BigInt(length), 2)
  return [message, head]
}
