// A byte stream over a channel, with as much under way as the reader can take. Called by relay.ts at both ends.
import { Duplex } from 'node:stream'
import type { Channel } from './channel.ts'

/** Bytes that may be under way before the writer waits. */
const WINDOW = 256 * 1024

export class Tunnel extends Duplex {
  /** The address of the device at the far end, as http asks for it. */
  readonly remoteAddress: string
  readonly #channel: Channel
  #underWay = 0
  #owed = 0
  #resume: (() => void) | null = null

  constructor(channel: Channel, remoteAddress = '') {
    super({ allowHalfOpen: true })
    this.#channel = channel
    this.remoteAddress = remoteAddress
    channel.listen((message) => this.#hear(message))
    channel.onEnd(() => this.destroy())
    this.on('error', () => undefined)
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#channel.send(new Uint8Array(chunk))
    this.#underWay += chunk.length
    if (this.#underWay < WINDOW) done()
    else this.#resume = done
  }

  override _final(done: () => void): void {
    this.#channel.send('end')
    done()
  }

  override _read(): void {
    this.#settle()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#channel.close()
    done(error)
  }

  /** http sets these on every socket; a tunnel's peer is watched by the nodes themselves. */
  setTimeout(): this {
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }

  #hear(message: unknown): void {
    if (message instanceof Uint8Array) {
      this.#owed += message.length
      if (this.push(Buffer.from(message))) this.#settle()
    } else if (message === 'end') this.push(null)
    else if (typeof message === 'number') this.#taken(message)
  }

  /** Says how much has been read. */
  #settle(): void {
    if (this.#owed === 0) return
    this.#channel.send(this.#owed)
    this.#owed = 0
  }

  #taken(bytes: number): void {
    this.#underWay -= bytes
    if (this.#underWay >= WINDOW) return
    const resume = this.#resume
    this.#resume = null
    resume?.()
  }
}
