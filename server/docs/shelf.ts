// The documents in memory: each loaded once, kept warm while somebody is there, let go some seconds later.
// Called by docs.ts.
import type { Clock } from '../../shared/clock.ts'
import { parseDocName, type DocRef } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/wire.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import type { Connection } from './connection.ts'
import { LiveDoc } from './doc.ts'

export interface Entry {
  readonly workshop: string
  readonly name: string
  readonly ref: DocRef
  /** All connections, those that wait for the load included. */
  readonly peers: Set<Connection>
  readonly ready: Promise<LiveDoc>
  /** Set once loaded. */
  live: LiveDoc | null
  /** When somebody last needed it. */
  used: number
}

export interface ShelfDeps {
  store: Pick<Store, 'docs'>
  clock: Clock
  log: Log
  onDurable(entry: Entry): void
  onStoreError(workshop: string, error: unknown): void
}

/** Milliseconds that a document stays after its last use. */
const KEEP = 10_000

export class Shelf {
  readonly #deps: ShelfDeps
  readonly #workshops = new Map<string, Map<string, Entry>>()
  readonly #closing = new Set<Promise<void>>()

  constructor(deps: ShelfDeps) {
    this.#deps = deps
  }

  find(workshop: string, name: string): Entry | undefined {
    return this.#workshops.get(workshop)?.get(name)
  }

  /** The document, loaded from the store unless it is here already. Throws for a name that is none. */
  open(workshop: string, name: string): Entry {
    const found = this.find(workshop, name)
    const entry = found ?? this.#begin(workshop, name)
    entry.used = this.#deps.clock.now()
    return entry
  }

  of(workshop: string): Entry[] {
    return [...(this.#workshops.get(workshop)?.values() ?? [])]
  }

  all(): Entry[] {
    return [...this.#workshops.values()].flatMap((docs) => [...docs.values()])
  }

  /** Forgets an entry; the next open() loads it again. */
  drop(entry: Entry): void {
    const docs = this.#workshops.get(entry.workshop)
    if (docs?.get(entry.name) !== entry) return
    docs.delete(entry.name)
    if (docs.size === 0) this.#workshops.delete(entry.workshop)
  }

  /** Lets go of what nobody has needed for a while. */
  sweep(): void {
    const { clock } = this.#deps
    for (const entry of this.all()) {
      const { live, peers, used } = entry
      if (live?.isQuiet && peers.size === 0 && clock.now() - used >= KEEP) this.#unload(entry, live)
    }
  }

  /** Resolves once nothing that was let go is on its way to the disk. */
  async atRest(): Promise<void> {
    await Promise.all(this.#closing)
  }

  #begin(workshop: string, name: string): Entry {
    const ref = parseDocName(name)
    if (!ref) throw new Error(`no document is called ${name}`)
    const begun = Promise.withResolvers<LiveDoc>()
    const entry: Entry = {
      workshop,
      name,
      ref,
      peers: new Set(),
      ready: begun.promise,
      live: null,
      used: 0,
    }
    const docs = this.#workshops.get(workshop) ?? new Map<string, Entry>()
    this.#workshops.set(workshop, docs.set(name, entry))
    this.#load(entry).then(begun.resolve, begun.reject)
    return entry
  }

  async #load(entry: Entry): Promise<LiveDoc> {
    const { store, clock, log } = this.#deps
    const { workshop, name, ref } = entry
    try {
      const stored = await store.docs.load(workshop, name)
      entry.live = new LiveDoc(stored, {
        workshop,
        name,
        ref,
        store: store.docs,
        clock,
        log,
        onDurable: () => this.#deps.onDurable(entry),
        onLost: (error) => this.#lost(entry, error),
      })
      return entry.live
    } catch (error) {
      this.#lost(entry, error)
      throw error
    }
  }

  #lost(entry: Entry, error: unknown): void {
    this.drop(entry)
    const { log, onStoreError } = this.#deps
    log('error', 'document lost', { workshop: entry.workshop, doc: entry.name }, error)
    onStoreError(entry.workshop, error)
  }

  #unload(entry: Entry, live: LiveDoc): void {
    this.drop(entry)
    live.end(new Error('the document was let go'), CLOSE.busy)
    const closing = live.compact().finally(() => this.#closing.delete(closing))
    this.#closing.add(closing)
  }
}
