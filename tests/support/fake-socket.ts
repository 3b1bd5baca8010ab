// A socket without a network: keeps what it is sent, and says what a test makes it say.
import { EventEmitter } from 'node:events'
import type { DocSocket } from '../../server/docs/doc-socket.ts'
import { parseFrame, type Frame } from '../../server/docs/frames.ts'

const PING = 9

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

  /** Messages made for the wire, one behind the other: the header of each is two, four or ten bytes long. */
  relay(messages: Buffer): void {
    for (let at = 0; at < messages.length;) {
      const short = messages[at + 1]!
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      const [opcode, wide] = [messages[at]! & 0x0f, at + 2]
      const long =
        head === 4 ? messages.readUInt16BE(wide) : Number(head === 10 && messages.readBigUInt64BE(wide))
      const end = at + head + (head === 2 ? short : long)
      if (opcode === PING) this.pings++
      else this.send(messages.subarray(at + head, end))
      at = end
    }
  }

  close(code: number): void {
    this.code = code
    this.#end()
  }

  terminate(): void {
    this.terminated = true
    this.#end()
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
