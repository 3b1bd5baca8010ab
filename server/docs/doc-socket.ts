// The socket of one device on one document, which also takes messages that were made for many.
// Made by gateway.ts, written to by connection.ts.
import { CLOSE } from '../../shared/wire.ts'
import { wireMessage, WireSocket } from '../wire-socket.ts'

const TOO_BIG = 1009
const PING = Buffer.from([0x89, 0])

export class DocSocket extends WireSocket {
  /** Says 4413 for a message beyond all limits, where ws by itself would say 1009: the stock client would send it for ever. */
  override close(code?: number, data?: string | Buffer): void {
    super.close(code === TOO_BIG ? CLOSE.tooLarge : code, data)
  }
}

/** A sign of life as it goes to many: by itself, and with a ping (RFC 6455, section 5.5.2) behind it, which the other side's library answers. */
export interface Sign {
  bare: Buffer
  asking: Buffer
}

export function signOf(payload: Uint8Array): Sign {
  const bare = wireMessage(payload)
  return { bare, asking: Buffer.concat([bare, PING]) }
}
