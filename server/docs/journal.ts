// The order of things in one document: gate and apply per window, append, and only then show. Called by doc.ts.
// Serial: while an append is under way nothing is applied, so what is shown or answered is always durable.
import * as Y from 'yjs'
import type { Clock } from '../../shared/clock.ts'
import { CLOSE } from '../../shared/wire.ts'
import type { Connection } from './connection.ts'
import { DeskEdits } from './desk-edits.ts'
import type { Gate } from './gate.ts'
import type { Why } from './guard.ts'
import type { Strain } from '../strain.ts'
import { Pace } from './pace.ts'

export interface JournalDeps {
  doc: Y.Doc
  gate: Gate
  clock: Clock
  /** A board, whose notes become the desk's own where a desk rewrites them. */
  isBoard: boolean
  /** Resolves once the update is on disk. */
  append(update: Uint8Array): Promise<void>
  /** Sends an update to everybody; answers what that took in milliseconds. */
  show(update: Uint8Array): number
  refuse(from: Connection, why: Why | 'broken'): void
  /** Memory and disk no longer agree. */
  lost(error: unknown, code: number): void
  /** What gives way when the event loop is full. */
  strain?: Strain | undefined
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

export class Journal {
  readonly #deps: JournalDeps
  readonly #pace: Pace
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
    this.#pace = new Pace(deps.clock, () => this.#flush(), deps.strain)
    this.#deskEdits = deps.isBoard ? new DeskEdits(deps.doc, SERVER) : null
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
    this.#pace.soon()
  }

  /** One transaction of the server's own. Resolves once it is durable and sent; rejects where it is not. */
  edit<T>(fn: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(this.#over)
      let result: T
      const run = (doc: Y.Doc) => void (result = fn(doc))
      this.#jobs.push({ run, done: () => resolve(result), fail: reject })
      this.#pace.soon()
    })
  }

  /** Resolves once everything that has arrived by now is durable. */
  async settle(): Promise<void> {
    // An append under way may not hold the latest arrivals; the one after it does.
    for (let round = 0; round < 2; round++) {
      if (!this.#flushing && this.#hasWork) this.#pace.now()
      if (this.#flushing) await new Promise<void>((done) => this.#held.push(done))
    }
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
    this.#pace.stop()
    for (const job of [...this.#running, ...this.#jobs]) job.fail(why)
    this.#running = this.#jobs = []
    this.#release()
  }

  get #hasWork(): boolean {
    return this.#inbox.length > 0 || this.#jobs.length > 0
  }

  #flush(): void {
    if (this.#flushing || this.#over || !this.#hasWork) return
    this.#flushing = true
    this.#running = this.#jobs
    this.#jobs = []
    try {
      this.#applyInbox()
      this.#running = this.#running.filter((job) => this.#runJob(job))
    } catch (error) {
      return this.#deps.lost(error, CLOSE.busy)
    }
    const update = this.#takeEmitted()
    if (!update) return this.#finish()
    this.#deps.append(update).then(
      () => this.#show(update),
      (error) => this.#deps.lost(error, CLOSE.notSaving),
    )
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

  #show(update: Uint8Array): void {
    if (this.#over) return
    this.#pace.spent(this.#deps.show(update))
    this.#finish()
  }

  #finish(): void {
    const jobs = this.#running
    this.#running = []
    for (const job of jobs) job.done()
    this.#release()
    if (this.#hasWork) this.#pace.soon()
  }

  #release(): void {
    this.#flushing = false
    const held = this.#held
    this.#held = []
    for (const fn of held) fn()
  }
}
