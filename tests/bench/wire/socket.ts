// A WebSocket client that only moves frames: no masking per send, no copies, one shared buffer for all sockets.
// Called by the benchmark's clients: a load generator must cost far less than the server it measures.
import { connect, type Socket } from 'node:net'

export interface SocketEvents {
  onOpen?(): void
  /** The payload is only valid during the call. */
  onFrame(payload: Buffer): void
  onClose?(code: number): void
}

const MASK = Buffer.from([0x5a, 0x13, 0xc7, 0x2e])
const BINARY = 2
const TEXT = 1
const CLOSE = 8
const PING = 9
const PONG = 10
/** All sockets read into it, one at a time. */
const shared = Buffer.allocUnsafe(256 * 1024)

/** One whole masked frame, ready to be written any number of times. */
export function encodeFrame(payload: Uint8Array | string, opcode = BINARY): Buffer {
  const body = typeof payload === 'string' ? Buffer.from(payload) : payload
  const long = body.length < 126 ? 0 : body.length < 65_536 ? 2 : 8
  const frame = Buffer.allocUnsafe(6 + long + body.length)
  frame[0] = 0x80 | (typeof payload === 'string' ? TEXT : opcode)
  frame[1] = 0x80 | (long === 0 ? body.length : long === 2 ? 126 : 127)
  if (long === 2) frame.writeUInt16BE(body.length, 2)
  if (long === 8) frame.writeBigUInt64BE(BigInt(body.length), 2)
  MASK.copy(frame, 2 + long)
  for (let i = 0; i < body.length; i++) frame[6 + long + i] = body[i]! ^ MASK[i & 3]!
  return frame
}

export class RawSocket {
  readonly #tcp: Socket
  readonly #on: SocketEvents
  #rest: Buffer | null = null
  #upgraded = false
  #code = 1006

  constructor(port: number, path: string, protocols: readonly string[], on: SocketEvents) {
    this.#on = on
    const callback = (length: number, bytes: Uint8Array) => {
      this.#read(Buffer.from(bytes.buffer, bytes.byteOffset, length))
      return true
    }
    this.#tcp = connect({ port, host: '127.0.0.1', noDelay: true, onread: { buffer: shared, callback } })
    this.#tcp.on('connect', () => this.#tcp.write(upgradeRequest(port, path, protocols)))
    this.#tcp.on('error', () => undefined)
    this.#tcp.on('close', () => on.onClose?.(this.#code))
  }

  /** Writes a frame made by encodeFrame(). */
  send(frame: Buffer): void {
    if (this.#tcp.writable) this.#tcp.write(frame)
  }

  close(): void {
    this.#tcp.destroy()
  }

  #read(chunk: Buffer): void {
    let bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk
    this.#rest = null
    if (!this.#upgraded) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end === -1) return this.#keep(bytes)
      if (!bytes.subarray(0, 12).includes('101')) return this.close()
      this.#upgraded = true
      this.#on.onOpen?.()
      bytes = bytes.subarray(end + 4)
    }
    this.#frames(bytes)
  }

  #frames(bytes: Buffer): void {
    let at = 0
    while (bytes.length - at >= 2) {
      const short = bytes[at + 1]! & 0x7f
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (bytes.length - at < head) break
      const length =
        head === 2 ? short : head === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
      if (bytes.length - at < head + length) break
      this.#take(bytes[at]! & 0x0f, bytes.subarray(at + head, at + head + length))
      at += head + length
    }
    if (at < bytes.length) this.#keep(bytes.subarray(at))
  }

  #take(opcode: number, payload: Buffer): void {
    if (opcode === BINARY || opcode === TEXT) return this.#on.onFrame(payload)
    if (opcode === PING) this.send(encodeFrame(payload, PONG))
    if (opcode !== CLOSE) return
    if (payload.length >= 2) this.#code = payload.readUInt16BE(0)
    this.#tcp.end()
  }

  #keep(bytes: Buffer): void {
    this.#rest = Buffer.from(bytes)
  }
}

function upgradeRequest(port: number, path: string, protocols: readonly string[]): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGFibMOpZS1iZW5jaDEyMw==',
  ]
  if (protocols.length > 0) lines.push(`Sec-WebSocket-Protocol: ${protocols.join(', ')}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}
