// A socket without a network: keeps what it is sent, and says what a test makes it say.
import { EventEmitter } from 'node:events'
import type { DocSocket } from '../../server/docs/doc-socket.ts'
import { parseFrame, type Frame } from '../../server/docs/frames.ts'

export class FakeSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  /** Bytes that its reader has not taken yet; set by the test. */
  bufferedAmount = 0
  code: number | null = null
  terminated = false
  pings = 0
  frames: Frame[] = []

  /** As the type that the server expects. */
  get ws(): DocSocket {
    return this as unknown as DocSocket
  }

  send(bytes: Uint8Array): void {
    const frame = parseFrame(bytes)
    if (frame === 'unreadable') throw new Error('the server sent an unreadable frame')
    this.frames.push(frame)
  }

  /** A message made for the wire: its header is two, four or ten bytes long. */
  relay(message: Buffer): void {
    const length = message[1]!
    this.send(message.subarray(length < 126 ? 2 : length === 126 ? 4 : 10))
  }

  close(code: number): void {
    this.code = code
    this.#end()
  }

  terminate(): void {
    this.terminated = true
    this.#end()
  }

  ping(): void {
    this.pings++
  }

  pause(): void {}
  resume(): void {}

  /** A message from the peer. */
  says(bytes: Uint8Array | string): void {
    this.emit('message', Buffer.from(bytes as Uint8Array), typeof bytes !== 'string')
  }

  of<K extends Frame['kind']>(kind: K): Extract<Frame, { kind: K }>[] {
    return this.frames.filter((frame) => frame.kind === kind) as never
  }

  #end(): void {
    if (this.readyState !== 1) return
    this.readyState = 3
    this.emit('close')
  }
}
