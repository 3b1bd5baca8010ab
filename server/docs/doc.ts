// LiveDoc: one loaded document with its connections. What they send goes through the journal, what is durable goes
// out to all of them. Made by shelf.ts.
import type * as Y from 'yjs'
import { digestOf } from '../../shared/board/digest.ts'
import type { Note } from '../../shared/board/note.ts'
import type { Clock } from '../../shared/clock.ts'
import type { DocRef } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { CLOSE } from '../../shared/wire.ts'
import type { Log } from '../log.ts'
import type { Store, StoredDoc } from '../store/store.ts'
import { Audience } from './audience.ts'
import { Checks } from './checks.ts'
import type { Connection } from './connection.ts'
import { signOf } from './doc-socket.ts'
import { HEARTBEAT, parseFrame, type Frame } from './frames.ts'
import { closeCode, Gate } from './gate.ts'
import type { Why } from './guard.ts'
import { Journal } from './journal.ts'
import type { Strain } from '../strain.ts'
import { loadDoc, mostBytes } from './load.ts'
import { NoteCache } from './note-cache.ts'
import { Presence } from './presence.ts'
import { Rows } from './rows.ts'
import type { Window } from './window.ts'

export interface LiveDocDeps {
  workshop: string
  name: string
  ref: DocRef
  store: Store['docs']
  clock: Clock
  log: Log
  strain?: Strain | undefined
  /** Shared by all documents of the workshop. */
  window: Window
  /** Something new is on disk, and everybody has been sent it. */
  onDurable(): void
  /** A replica was found to say something else than what is stored: that of a seat, or (null) the one in memory. */
  onDiverged(seat: string | null): void
  /** Memory and disk no longer agree: this object is to be dropped, and loaded again when it is needed. */
  onLost(error: unknown): void
}

const SIGN_OF_LIFE = signOf(HEARTBEAT)
/** Comparing a larger document with its rows would hold up everybody else. */
const MOST_VERIFIED = 1024 * 1024

export class LiveDoc {
  readonly doc: Y.Doc
  readonly #deps: LiveDocDeps
  readonly #rows: Rows
  readonly #journal: Journal
  readonly #audience: Audience
  readonly #presence: Presence
  readonly #checks: Checks
  readonly #gate: Gate
  /** The last row that was found to say what the memory says. */
  #verified = 0
  #notes: NoteCache | null = null
  #over = false

  /** Throws where the stored rows do not make a whole document. */
  constructor(stored: StoredDoc, deps: LiveDocDeps) {
    const { workshop, name, ref, clock, log } = deps
    const loaded = loadDoc(stored, workshop, name, ref)
    this.doc = loaded.doc
    this.#deps = deps
    this.#rows = new Rows(deps.store, workshop, name, stored, log)
    this.#gate = new Gate(loaded, ref)
    this.#journal = new Journal({
      name,
      sort: ref.sort,
      doc: this.doc,
      gate: this.#gate,
      window: deps.window,
      show: (update, seq) => this.#show(update, seq),
      refuse: (from, why) => this.#refuse(from, why),
      lost: (error, code) => this.#lose(error, code),
    })
    const whenDurable = (fn: () => void) => this.#journal.whenDurable(fn)
    this.#audience = new Audience({ doc: this.doc, clock, whenDurable })
    this.#checks = new Checks({
      doc: this.doc,
      whenDurable,
      isQuiet: () => this.#journal.isQuiet,
      answer: (connection, vector) => this.#audience.answer(connection, vector),
      ask: (connection) => this.#audience.ask(connection),
      diverged: ({ seat }) => deps.onDiverged(seat.id),
    })
    const relay = (frame: Uint8Array) => this.#audience.send(frame, (one) => this.#points(one))
    this.#presence = new Presence(clock, relay, deps.strain)
  }

  /** True while there is nothing that is not on disk yet. */
  get isQuiet(): boolean {
    return this.#journal.isQuiet
  }

  join(connection: Connection): void {
    if (this.#over) return connection.close(CLOSE.busy)
    this.#audience.join(connection)
    if (this.#points(connection)) connection.send(this.#everyone())
  }

  leave(connection: Connection): void {
    this.#audience.leave(connection)
    this.#presence.leave(connection)
  }

  /** One message from a connection. Never throws for what is in it. */
  receive(connection: Connection, bytes: Uint8Array, isBinary: boolean): void {
    if (!connection.open || this.#over) return
    if (!connection.spend(this.#deps.clock.now())) return connection.close(CLOSE.slowDown)
    const frame = isBinary ? parseFrame(bytes) : 'unreadable'
    if (frame === 'unreadable') return connection.close(CLOSE.unreadable)
    this.#take(connection, frame)
  }

  /** The server's own write: one transaction. Resolves once it is durable and sent; rejects where it is not. */
  edit<T>(fn: (doc: Y.Doc) => T): Promise<T> {
    return this.#journal.edit(fn)
  }

  /** Resolves once everything that has arrived by now is durable. */
  settle(): Promise<void> {
    return this.#journal.settle()
  }

  /** The notes as they are now, sorted; not to be changed. Call after settle(). */
  notes(): readonly Note[] {
    this.#notes ??= new NoteCache(this.doc)
    return this.#notes.all()
  }

  /** A sign of life to everybody. */
  beat(): void {
    const everyone = signOf(this.#everyone())
    for (const connection of this.#audience.connections)
      connection.beat(this.#points(connection) ? everyone : SIGN_OF_LIFE)
  }

  /** Reads what is stored and compares; where the memory says something else, the stored counts and this object ends. */
  async verify(): Promise<void> {
    const { seq } = this.#rows
    if (seq === this.#verified || !this.isQuiet || this.#gate.bytes > MOST_VERIFIED) return
    const { store, workshop, name, ref } = this.#deps
    const stored = await store.load(workshop, name)
    if (this.#over || !this.isQuiet || stored.seq !== seq || this.#rows.seq !== seq) return
    this.#verified = seq
    if (digestOf(loadDoc(stored, workshop, name, ref).doc) === this.#checks.digest()) return
    this.#deps.onDiverged(null)
    this.#lose(new Error('the document in memory is not the stored one'), CLOSE.busy)
  }

  /** Ends this object: closes its connections, lets nothing more in. An append under way may still reach the disk. */
  end(why: Error, code: number): void {
    if (this.#over) return
    this.#over = true
    this.#presence.stop()
    this.#audience.close(code)
    this.#journal.end(why)
  }

  /** Merges the stored rows, once nobody needs the document any more. */
  compact(): Promise<void> {
    return this.#rows.compact()
  }

  /** Resolves once nothing of this document is on its way to the disk. */
  async atRest(): Promise<void> {
    await this.#deps.window.over()
    await this.#rows.atRest()
  }

  /** Presence is for the trusted writers of a board. */
  #points(connection: Connection): boolean {
    return this.#deps.ref.sort === 'board' && connection.trusted && connection.writes
  }

  #everyone(): Uint8Array {
    return this.#presence.everyone() ?? HEARTBEAT
  }

  #take(connection: Connection, frame: Frame): void {
    switch (frame.kind) {
      case 'step1':
        return this.#audience.answer(connection, frame.vector)
      case 'step2':
      case 'update':
        return this.#put(connection, frame.update)
      case 'presence':
        return this.#points(connection) ? this.#presence.take(connection, frame.states) : undefined
      case 'askPresence':
        return this.#points(connection) ? connection.send(this.#everyone()) : undefined
      case 'check':
        return this.#checks.take(connection, frame, this.#deps.clock.now())
      case 'saved':
        return connection.close(CLOSE.unreadable)
      default:
        return frame satisfies never
    }
  }

  /** A peer that may only read keeps its connection: a stock client always answers a step 1. */
  #put(from: Connection, update: Uint8Array): void {
    if (!from.writes || isNothing(update)) return
    if (update.length > LIMITS.update) return from.close(CLOSE.tooLarge)
    const most = mostBytes(this.#deps.ref) + LIMITS.update
    if (this.#journal.waiting + update.length > most) return from.close(CLOSE.busy)
    this.#journal.put(from, update)
  }

  #show(update: Uint8Array, seq: number): number {
    this.#rows.added(seq)
    const spent = this.#audience.tell(update)
    this.#deps.onDurable()
    return spent
  }

  #refuse(from: Connection, why: Why | 'broken'): void {
    const { clock, log, workshop, name } = this.#deps
    if (why === 'gap' && !from.strike(clock.now())) return this.#askAgain(from)
    log('warn', 'update refused', { workshop, doc: name, seat: from.seat.id, why })
    from.close(closeCode(why))
  }

  /** It typed before its first sync ended: it is asked for what is missing, once a window. */
  #askAgain(from: Connection): void {
    if (from.resyncing) return
    from.resyncing = true
    this.#journal.whenDurable(() => {
      from.resyncing = false
      this.#audience.ask(from)
    })
  }

  #lose(error: unknown, code: number): void {
    if (this.#over) return
    this.end(error instanceof Error ? error : new Error('the document was lost', { cause: error }), code)
    this.#deps.onLost(error)
  }
}

/** An update without structs and deletes, as an empty document answers a step 1. */
function isNothing(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}
