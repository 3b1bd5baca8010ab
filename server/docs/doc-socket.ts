// The socket of one device on one document, which also takes messages that were made for many.
// Made by gateway.ts, written to by connection.ts.
import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import { CLOSE } from '../../shared/wire.ts'

const TOO_BIG = 1009
const PING = Buffer.from([0x89, 0])
/** First byte of a whole binary message. */
const BINARY = 0x82

export class DocSocket extends WebSocket {
  #wire: Duplex | null = null

  /** Hears on which stream the socket was opened. */
  over(wire: Duplex): void {
    this.#wire = wire
  }

  /** Says 4413 for a message beyond all limits, where ws by itself would say 1009: the stock client would send it for ever. */
  override close(code?: number, data?: string | Buffer): void {
    super.close(code === TOO_BIG ? CLOSE.tooLarge : code, data)
  }

  /** Sends what `wireMessage` has made. Nothing is compressed or cut up on these sockets, so messages never interleave. */
  relay(message: Buffer): void {
    if (this.readyState === WebSocket.OPEN) this.#wire?.write(message)
  }
}

/** A binary message of a server as it goes over the wire (RFC 6455, section 5.2): header and payload in one buffer. */
export function wireMessage(payload: Uint8Array): Buffer {
  const { length } = payload
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const message = Buffer.allocUnsafe(head + length)
  message[0] = BINARY
  message[1] = head === 2 ? length : head === 4 ? 126 : 127
  if (head === 4) message.writeUInt16BE(length, 2)
  if (head === 10) message.writeBigUInt64BE(BigInt(length), 2)
  message.set(payload, head)
  return message
}

/** A sign of life as it goes to many: by itself, and with a ping (section 5.5.2) behind it, which the other side's library answers. */
export interface Sign {
  bare: Buffer
  asking: Buffer
}

export function signOf(payload: Uint8Array): Sign {
  const bare = wireMessage(payload)
  return { bare, asking: Buffer.concat([bare, PING]) }
}
