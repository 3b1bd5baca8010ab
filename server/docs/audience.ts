// Everybody who is connected to one document: one frame to all, answers to those who ask, patience with slow readers.
// Called by doc.ts.
import * as Y from 'yjs'
import type { Clock } from '../../shared/clock.ts'
import { CLOSE } from '../../shared/wire.ts'
import { wireMessage } from '../wire-socket.ts'
import { Answers } from './answers.ts'
import type { Connection } from './connection.ts'
import { savedFrame, step1Frame, updateFrame } from './frames.ts'

export interface AudienceDeps {
  doc: Y.Doc
  clock: Clock
  /** Runs `fn` once everything in the document is durable: now, or after the append under way. */
  whenDurable(fn: () => void): void
}

/** All in milliseconds. */
const LOOK_EVERY = 250
const STUCK = 10_000

export class Audience {
  readonly connections = new Set<Connection>()
  readonly #deps: AudienceDeps
  readonly #answers: Answers
  readonly #behind = new Set<Connection>()
  /** The last answer as it went over the wire, with and without the mark of what is stored. */
  #answered: { frames: Uint8Array[]; messages: Map<boolean, Buffer> } | null = null
  #cancel: (() => void) | null = null

  constructor(deps: AudienceDeps) {
    this.#deps = deps
    this.#answers = new Answers(deps.doc)
  }

  /** A new connection; it is asked for what only it has. */
  join(connection: Connection): void {
    this.connections.add(connection)
    this.ask(connection)
  }

  leave(connection: Connection): void {
    this.connections.delete(connection)
    this.#behind.delete(connection)
    if (this.connections.size > 0) return
    this.#answers.forget()
    this.#answered = null
  }

  /** Sends the connection a step 1. */
  ask(connection: Connection): void {
    this.#deps.whenDurable(() => connection.send(step1Frame(this.#vector())))
  }

  /** Sends an update that is durable to everybody, its sender included; answers what that took in milliseconds. */
  tell(update: Uint8Array): number {
    this.#answers.add(update)
    const { clock } = this.#deps
    const started = clock.now()
    const message = wireMessage(updateFrame(update))
    let withMark: Buffer | null = null
    for (const connection of this.connections) {
      // A write costs far more than its bytes: both frames leave in one.
      connection.relay(connection.saved ? (withMark ??= this.#withMark(message)) : message)
      this.#watch(connection)
    }
    return clock.now() - started
  }

  /** Answers a step 1: at once, or a little later where a connection asks again and again. */
  answer(connection: Connection, vector: Uint8Array): void {
    const waiting = connection.asked !== null
    connection.asked = vector
    if (waiting) return
    const { clock, whenDurable } = this.#deps
    const wait = connection.patience(clock.now())
    if (wait === 0) whenDurable(() => this.#reply(connection))
    else clock.after(wait, () => whenDurable(() => this.#reply(connection)))
  }

  /** Sends something that is not content to those it is meant for. */
  send(frame: Uint8Array, isFor: (connection: Connection) => boolean): void {
    const message = wireMessage(frame)
    for (const connection of this.connections) if (isFor(connection)) connection.relay(message)
  }

  close(code: number): void {
    for (const connection of this.connections) connection.close(code)
    this.connections.clear()
    this.#cancel?.()
    this.#cancel = null
  }

  #reply(connection: Connection): void {
    const { asked } = connection
    // Whoever is not here any more may have asked for what never became durable.
    if (!asked || connection.behind || !this.connections.has(connection)) return
    connection.asked = null
    const frames = this.#answers.to(asked)
    if (!frames) return connection.close(CLOSE.unreadable)
    connection.relay(this.#messageOf(frames, connection.saved))
    this.#watch(connection)
  }

  /** All frames of an answer in one message, made once for all who get the same. */
  #messageOf(frames: Uint8Array[], saved: boolean): Buffer {
    if (this.#answered?.frames !== frames) this.#answered = { frames, messages: new Map() }
    const known = this.#answered.messages.get(saved)
    if (known) return known
    const bare = Buffer.concat(frames.map(wireMessage))
    const message = saved ? this.#withMark(bare) : bare
    this.#answered.messages.set(saved, message)
    return message
  }

  /** The same message, and behind it what is stored. */
  #withMark(message: Buffer): Buffer {
    return Buffer.concat([message, wireMessage(savedFrame(this.#vector()))])
  }

  /** Leaves a reader out that has too much unsent. Only while it has been sent all that is in the document. */
  #watch(connection: Connection): void {
    if (connection.behind || !connection.isFull || !connection.open) return
    connection.leaveOut(this.#vector(), this.#deps.clock.now())
    this.#behind.add(connection)
    this.#lookLater()
  }

  #lookLater(): void {
    this.#cancel ??= this.#deps.clock.after(LOOK_EVERY, () => this.#look())
  }

  #look(): void {
    this.#cancel = null
    const now = this.#deps.clock.now()
    for (const connection of this.#behind) {
      if (connection.isDrained) this.#deps.whenDurable(() => this.#catchUp(connection))
      else if (connection.isStuck(now, STUCK)) this.#giveUp(connection)
    }
    if (this.#behind.size > 0) this.#lookLater()
  }

  #catchUp(connection: Connection): void {
    const { behind } = connection
    if (!behind) return
    connection.behind = null
    this.#behind.delete(connection)
    if (connection.asked) return this.#reply(connection)
    connection.send(updateFrame(Y.encodeStateAsUpdate(this.#deps.doc, behind.vector)))
    this.#watch(connection)
  }

  /** The close frame would wait behind all the rest. */
  #giveUp(connection: Connection): void {
    this.#behind.delete(connection)
    connection.close(CLOSE.busy)
    connection.socket.terminate()
  }

  #vector(): Uint8Array {
    return Y.encodeStateVector(this.#deps.doc)
  }
}
