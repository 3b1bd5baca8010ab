// All documents of all workshops: who may connect, what the server reads and writes, what is closed when.
// Made by the house; called by the gateway, by sessions and by projection.
import type * as Y from 'yjs'
import type { Note } from '../../shared/board/note.ts'
import { parseDocName, type DocRef } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { CLOSE } from '../../shared/wire.ts'
import { Budgets } from '../budgets.ts'
import { Connection, isTrusted } from './connection.ts'
import type { LiveDoc } from './doc.ts'
import type { DocSocket } from './doc-socket.ts'
import type { Arrival, Docs, DocsDeps, DocsHooks } from './ports.ts'
import { Shelf, type Entry } from './shelf.ts'

/** Milliseconds between two rounds; every fourth is a heartbeat: the stock client leaves after 30 s without a message. */
const ROUND = 5_000
const ROUNDS_A_BEAT = 4
/** What opening a document costs of a budget like that of messages; where it is spent, it is refused a little later (ms). */
const COMING_IN = 4
const SLOWED = 1000

/** Loads nothing yet. Its timer runs until drain(). */
export function createDocs(deps: DocsDeps): Docs {
  return new AllDocs(deps)
}

class AllDocs implements Docs {
  readonly #deps: DocsDeps
  readonly #shelf: Shelf
  readonly #budgets = new Budgets()
  readonly #openings = new Budgets()
  #rounds = 0
  #diverged = 0
  #cancel: () => void
  #draining = false

  constructor(deps: DocsDeps) {
    this.#deps = deps
    this.#shelf = new Shelf({
      ...deps,
      checkpoint: deps.hooks.checkpoint,
      onDurable: ({ workshop, ref }) => tellChange(deps.hooks, workshop, ref),
      onWritten: (workshop, pads) => deps.hooks.onWritten?.(workshop, pads),
      onIdle: (workshop) => deps.hooks.onIdle?.(workshop),
      onStoreError: (workshop, error) => deps.hooks.onStoreError(workshop, error),
      onDiverged: ({ workshop, name }, seat) => {
        this.#diverged++
        deps.log('error', 'replica differs', { workshop, doc: name, seat: seat ?? 'memory' })
      },
    })
    this.#cancel = deps.clock.after(ROUND, () => this.#round())
  }

  connect(socket: DocSocket, at: Arrival): void {
    socket.on('error', () => undefined)
    const rights = this.#rights(at)
    if (typeof rights === 'number') {
      socket.close(rights)
      return socket.resume()
    }
    const seat = `${at.workshop}/${at.seat.id}`
    const budget = this.#budgets.lend(seat, isTrusted(at.seat.role))
    if (!this.#openings.spend(seat, isTrusted(at.seat.role), COMING_IN, this.#deps.clock.now())) {
      this.#budgets.giveBack(seat, this.#deps.clock.now())
      return void this.#deps.clock.after(SLOWED, () => {
        socket.close(CLOSE.slowDown)
        socket.resume()
      })
    }
    const connection = new Connection(socket, { ...at, rights, budget })
    const entry = this.#shelf.open(at.workshop, at.doc)
    entry.peers.add(connection)
    socket.on('message', (data, isBinary) => this.#receive(entry, connection, data as Buffer, isBinary))
    socket.on('pong', () => connection.heard())
    socket.on('close', () => {
      this.#budgets.giveBack(seat, this.#deps.clock.now())
      this.#leave(entry, connection)
    })
    this.#join(entry, connection)
    if (at.ref.sort === 'plan') this.#deps.hooks.onPlan(at.workshop)
  }

  async notes(workshop: string, doc: string): Promise<Note[]> {
    return [...(await this.#settled(workshop, doc)).notes()]
  }

  async edit<T>(workshop: string, doc: string, fn: (doc: Y.Doc) => T): Promise<T> {
    // Without a wait where it is in memory: what is asked for while a window is put together goes with it.
    const { live, ready } = this.#shelf.open(workshop, doc)
    return (live ?? (await ready)).edit(fn)
  }

  async peek(workshop: string, doc: string): Promise<Y.Doc> {
    return (await this.#settled(workshop, doc)).doc
  }

  async glance(workshop: string, doc: string): Promise<Y.Doc> {
    return (await this.#shelf.open(workshop, doc).ready).doc
  }

  async pads(workshop: string, activity: string): Promise<string[]> {
    const names = await this.#deps.store.docs.names(workshop)
    return names.filter((name) => {
      const ref = parseDocName(name)
      return ref?.sort === 'pad' && ref.activity === activity
    })
  }

  settle(workshop: string): Promise<void> {
    return this.#shelf.settle(workshop)
  }

  async erase(workshop: string, docs: string[]): Promise<void> {
    const entries = this.#shelf.of(workshop).filter(({ name }) => docs.includes(name))
    await Promise.all(entries.map((entry) => this.#end(entry, CLOSE.notYours)))
    const { store, hooks } = this.#deps
    const stored = await store.docs.names(workshop)
    await store.docs.erase(workshop, docs)
    for (const name of docs) if (stored.includes(name)) tellChange(hooks, workshop, parseDocName(name), true)
  }

  reconsider(workshop: string): void {
    for (const connection of this.#peers(workshop)) {
      const rights = this.#deps.hooks.gate(workshop, connection.seat, connection.ref)
      if (rights === connection.rights) continue
      if (rights === 'ended') connection.close(CLOSE.ended)
      else connection.close(rights === 'none' ? CLOSE.notYours : CLOSE.rightsChanged)
    }
  }

  closeSeat(workshop: string, seat: string): void {
    for (const connection of this.#peers(workshop))
      if (connection.seat.id === seat) connection.close(CLOSE.unknownSeat)
  }

  closeWorkshop(workshop: string, code: number): void {
    for (const connection of this.#peers(workshop)) connection.close(code)
  }

  letGo(workshop: string): void {
    for (const entry of this.#shelf.of(workshop)) void this.#end(entry, CLOSE.restarting)
  }

  stats(): { docs: number; connections: number; diverged: number } {
    const entries = this.#shelf.all()
    const connections = entries.reduce((sum, { peers }) => sum + peers.size, 0)
    return { docs: entries.length, connections, diverged: this.#diverged }
  }

  async drain(): Promise<void> {
    this.#draining = true
    this.#cancel()
    await Promise.all(this.#shelf.all().map((entry) => this.#drainOne(entry)))
    await this.#shelf.atRest()
  }

  async #settled(workshop: string, doc: string): Promise<LiveDoc> {
    const live = await this.#shelf.open(workshop, doc).ready
    await live.settle()
    return live
  }

  /** The rights of a new connection, or the code to close it with. */
  #rights({ workshop, doc, ref, seat }: Arrival): 'read' | 'write' | number {
    if (this.#draining) return CLOSE.restarting
    const rights = this.#deps.hooks.gate(workshop, seat, ref)
    if (rights === 'none') return CLOSE.notYours
    if (rights === 'ended') return CLOSE.ended
    const devices = this.#shelf.find(workshop, doc)?.peers.devicesOf(seat.id) ?? 0
    const most = isTrusted(seat.role) ? LIMITS.trustedDevices : LIMITS.devicesPerSeat
    return devices < most ? rights : CLOSE.slowDown
  }

  #join(entry: Entry, connection: Connection): void {
    const { socket } = connection
    socket.pause()
    entry.ready.then(
      (live) => {
        connection.joined = true
        if (connection.open) live.join(connection)
        socket.resume()
      },
      () => connection.close(CLOSE.notSaving),
    )
  }

  /** Nothing is taken before the connection has joined; what comes earlier waits behind its join, in its order. */
  #receive(entry: Entry, connection: Connection, data: Buffer, isBinary: boolean): void {
    const take = (live: LiveDoc) => {
      try {
        live.receive(connection, data, isBinary)
      } catch (error) {
        const { workshop, name } = entry
        this.#deps.log('error', 'frame failed', { workshop, doc: name, seat: connection.seat.id }, error)
      }
    }
    if (entry.live && connection.joined) take(entry.live)
    else entry.ready.then(take, () => undefined)
  }

  #leave(entry: Entry, connection: Connection): void {
    connection.open = false
    entry.peers.delete(connection)
    entry.live?.leave(connection)
    entry.used = this.#deps.clock.now()
  }

  #peers(workshop: string): Connection[] {
    return this.#shelf.of(workshop).flatMap(({ peers }) => [...peers])
  }

  /** Closes a document and everybody on it; resolves once nothing of it is on its way to the disk. */
  async #end(entry: Entry, code: number): Promise<void> {
    this.#shelf.drop(entry)
    for (const connection of entry.peers) connection.close(code)
    const live = await entry.ready.catch(() => null)
    live?.end(new Error('the document was closed'), code)
    await live?.atRest()
  }

  async #drainOne(entry: Entry): Promise<void> {
    const live = await entry.ready.catch(() => null)
    await live?.settle().catch(() => undefined)
    await this.#end(entry, CLOSE.restarting)
  }

  #round(): void {
    this.#cancel = this.#deps.clock.after(ROUND, () => this.#round())
    if (++this.#rounds % ROUNDS_A_BEAT === 0) for (const { live } of this.#shelf.all()) live?.beat()
    for (const budgets of [this.#budgets, this.#openings]) budgets.sweep(this.#deps.clock.now())
    this.#shelf.sweep()
    void this.#shelf.verifySome()
  }
}

function tellChange(hooks: DocsHooks, workshop: string, ref: DocRef | null, erased = false): void {
  if (ref?.sort === 'plan') hooks.onPlan(workshop)
  if (ref?.sort === 'board' && !ref.group) hooks.onBoard(workshop, ref.activity)
  if (ref?.sort === 'pad') hooks.onPad(workshop, ref.activity, ref.writer, erased)
}
