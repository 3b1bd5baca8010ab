// The order of things in one document: gate and apply in its workshop's window, and only show what that has appended.
// Called by doc.ts for what arrives, by window.ts for its turn.
import * as Y from 'yjs'
import { CLOSE } from '../../shared/wire.ts'
import type { Connection } from './connection.ts'
import { DeskEdits } from './desk-edits.ts'
import type { Gate } from './gate.ts'
import type { Why } from './guard.ts'
import type { Part, Window } from './window.ts'

export interface JournalDeps {
  name: string
  sort: 'pad' | 'board' | 'plan'
  doc: Y.Doc
  gate: Gate
  window: Window
  /** Row `seq` is on disk: sends its update to everybody; answers what that took in milliseconds. */
  show(update: Uint8Array, seq: number): number
  refuse(from: Connection, why: Why | 'broken'): void
  /** Memory and disk no longer agree. */
  lost(error: unknown, code: number): void
}

interface Arrival {
  from: Connection
  update: Uint8Array
}

/** One write of the server's own. */
interface Job {
  run(doc: Y.Doc): void
  done(): void
  fail(error: unknown): void
}

/** Origins of transactions. */
const SERVER = Symbol('server')
const PEERS = Symbol('peers')

export class Journal implements Part {
  readonly name: string
  readonly isPad: boolean
  readonly #deps: JournalDeps
  /** A board's notes become the desk's own where a desk rewrites them. */
  readonly #deskEdits: DeskEdits | null
  #inbox: Arrival[] = []
  #waiting = 0
  #jobs: Job[] = []
  #running: Job[] = []
  #emitted: Uint8Array[] = []
  #held: (() => void)[] = []
  #flushing = false
  #over: Error | null = null

  constructor(deps: JournalDeps) {
    this.#deps = deps
    this.name = deps.name
    this.isPad = deps.sort === 'pad'
    this.#deskEdits = deps.sort === 'board' ? new DeskEdits(deps.doc, SERVER) : null
    deps.doc.on('update', (update: Uint8Array) => void this.#emitted.push(update))
  }

  /** Bytes that wait to be applied. */
  get waiting(): number {
    return this.#waiting
  }

  /** True while there is nothing that is not on disk yet. */
  get isQuiet(): boolean {
    return !this.#flushing && !this.#hasWork
  }

  put(from: Connection, update: Uint8Array): void {
    this.#inbox.push({ from, update })
    this.#waiting += update.length
    this.#deps.window.soon(this)
  }

  /** One transaction of the server's own. Resolves once it is durable and sent; rejects where it is not. */
  edit<T>(fn: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(this.#over)
      let result: T
      const run = (doc: Y.Doc) => void (result = fn(doc))
      this.#jobs.push({ run, done: () => resolve(result), fail: reject })
      this.#deps.window.soon(this)
    })
  }

  /** Resolves once everything that has arrived by now is durable. */
  async settle(): Promise<void> {
    // A run under way may not hold the latest arrivals; the one after it does.
    for (let round = 0; round < 2 && !this.isQuiet; round++) await this.#deps.window.turn()
    if (this.#over) throw this.#over
  }

  /** Runs `fn` now, or after the append under way. */
  whenDurable(fn: () => void): void {
    if (this.#flushing) this.#held.push(fn)
    else fn()
  }

  /** Lets nothing more in; what is not durable yet fails with `why`. */
  end(why: Error): void {
    this.#over = why
    this.#deps.window.drop(this)
    for (const job of [...this.#running, ...this.#jobs]) job.fail(why)
    this.#running = this.#jobs = []
    this.#release()
  }

  take(): Uint8Array | null {
    if (this.#over || !this.#hasWork) return null
    this.#flushing = true
    this.#running = this.#jobs
    this.#jobs = []
    try {
      this.#applyInbox()
      this.#running = this.#running.filter((job) => this.#runJob(job))
    } catch (error) {
      this.#deps.lost(error, CLOSE.busy)
      return null
    }
    return this.#takeEmitted()
  }

  show(update: Uint8Array, seq: number): number {
    return this.#over ? 0 : this.#deps.show(update, seq)
  }

  finish(): void {
    const jobs = this.#running
    this.#running = []
    for (const job of jobs) job.done()
    this.#release()
  }

  lose(error: unknown, code: number): void {
    this.#deps.lost(error, code)
  }

  get #hasWork(): boolean {
    return this.#inbox.length > 0 || this.#jobs.length > 0
  }

  #applyInbox(): void {
    const { doc } = this.#deps
    const arrivals = this.#inbox
    this.#inbox = []
    this.#waiting = 0
    if (arrivals.length > 0) doc.transact(() => arrivals.forEach((arrival) => this.#admit(arrival)), PEERS)
    if (this.#deskEdits?.pending) doc.transact(() => this.#deskEdits!.mark(), SERVER)
  }

  #admit({ from, update }: Arrival): void {
    const { gate, refuse } = this.#deps
    try {
      const why = gate.enter(update, from)
      if (why) refuse(from, why)
    } catch (error) {
      refuse(from, 'broken')
      throw error
    }
  }

  /** False where the job failed before it changed anything; one that stops half-way spoils the document. */
  #runJob(job: Job): boolean {
    const { doc, gate } = this.#deps
    const before = this.#emitted.length
    try {
      doc.transact(() => job.run(doc), SERVER)
    } catch (error) {
      if (this.#emitted.length > before) throw error
      job.fail(error)
      return false
    }
    for (const update of this.#emitted.slice(before)) gate.grow(update.length)
    return true
  }

  #takeEmitted(): Uint8Array | null {
    const emitted = this.#emitted
    this.#emitted = []
    if (emitted.length === 0) return null
    return emitted.length === 1 ? emitted[0]! : Y.mergeUpdates(emitted)
  }

  #release(): void {
    this.#flushing = false
    const held = this.#held
    this.#held = []
    for (const fn of held) fn()
  }
}
