// A raw socket.io client over WebSocket: connect, events down, events up with an acknowledgement.
// Called by the benchmark for desks, voters and phones.
import { encodeFrame, RawSocket } from './socket.ts'

export interface LiveEvents {
  onEvent?(payload: Buffer): void
  onAck?(id: number, payload: Buffer): void
  onClose?(code: number): void
}

const PING = 0x32
const PONG = encodeFrame('3')
const MESSAGE = 0x34
const OPEN = 0x30
const CONNECTED = 0x30
const EVENT = 0x32
const ACK = 0x33
const NINE = 0x39

export class LiveClient {
  readonly ready: Promise<void>
  readonly #socket: RawSocket
  readonly #on: LiveEvents
  #connected: () => void = () => undefined
  #refused: (error: Error) => void = () => undefined
  #waiting = new Map<number, (answer: unknown) => void>()
  #next = 1

  constructor(port: number, auth: object, on: LiveEvents = {}) {
    this.#on = on
    this.ready = new Promise((resolve, reject) => {
      this.#connected = resolve
      this.#refused = reject
    })
    this.ready.catch(() => undefined)
    this.#socket = new RawSocket(port, '/socket.io/?EIO=4&transport=websocket', [], {
      onFrame: (payload) => this.#take(payload, auth),
      onClose: (code) => {
        this.#refused(new Error(`session socket closed: ${code}`))
        on.onClose?.(code)
      },
    })
  }

  /** A frame that asks for the acknowledgement `id`. */
  static frame(id: number, event: string, payload: unknown): Buffer {
    return encodeFrame(`42${id}${JSON.stringify([event, payload])}`)
  }

  send(frame: Buffer): void {
    this.#socket.send(frame)
  }

  /** Sends an event and waits for its acknowledgement. */
  ask(event: string, payload: unknown): Promise<unknown> {
    const id = this.#next++
    this.send(LiveClient.frame(id, event, payload))
    return new Promise((resolve) => this.#waiting.set(id, resolve))
  }

  close(): void {
    this.#socket.close()
  }

  #take(payload: Buffer, auth: object): void {
    if (payload[0] === OPEN) return this.send(encodeFrame(`40${JSON.stringify(auth)}`))
    if (payload[0] === PING) return this.send(PONG)
    if (payload[0] !== MESSAGE) return
    if (payload[1] === CONNECTED) return this.#connected()
    if (payload[1] === EVENT) return this.#on.onEvent?.(payload)
    if (payload[1] === ACK) return this.#acknowledged(payload)
    this.#refused(new Error(`session socket refused: ${payload.toString()}`))
  }

  #acknowledged(payload: Buffer): void {
    let at = 2
    let id = 0
    for (; payload[at]! >= 0x30 && payload[at]! <= NINE; at++) id = id * 10 + payload[at]! - 0x30
    const waiting = this.#waiting.get(id)
    if (!waiting) return this.#on.onAck?.(id, payload)
    this.#waiting.delete(id)
    waiting((JSON.parse(payload.subarray(at).toString()) as unknown[])[0])
  }
}
