// The documents in memory: each loaded once, kept warm while somebody is there, let go some seconds later.
// Called by docs.ts.
import { addNote, readNotes, type NoteSeed } from '../../shared/board/note.ts'
import type { Clock } from '../../shared/clock.ts'
import { parseDocName, type DocRef } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/wire.ts'
import type { Log } from '../log.ts'
import type { Store, StoredDoc } from '../store/store.ts'
import type { Strain } from '../strain.ts'
import { LiveDoc } from './doc.ts'
import { loadDoc } from './load.ts'
import { Peers } from './peers.ts'
import type { PadNews } from './ports.ts'
import { Rowless } from './rowless.ts'
import { Tide } from './tide.ts'
import { Window } from './window.ts'

export interface Entry {
  readonly workshop: string
  readonly name: string
  readonly ref: DocRef
  /** All connections, those that wait for the load included. */
  readonly peers: Peers
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
  strain?: Strain | undefined
  /** Notes of a board as they were when its last step ended; none where no step has. */
  checkpoint(workshop: string, activity: string): Promise<NoteSeed[]>
  onDurable(entry: Entry): void
  onWritten(workshop: string, pads: PadNews[]): void
  /** No document of the workshop is in memory any more. */
  onIdle(workshop: string): void
  onStoreError(workshop: string, error: unknown): void
  /** A replica of this document says something else than what is stored: that of a seat, or (null) the one in memory. */
  onDiverged(entry: Entry, seat: string | null): void
}

/** What is in memory of a workshop. */
interface Room {
  readonly docs: Map<string, Entry>
  readonly window: Window
  readonly rowless: Rowless
}

/** What is stored of a document, and notes to begin with where nothing of it can be read. */
interface Known {
  stored: StoredDoc
  seeds: NoteSeed[]
}

const EMPTY: Known = Object.freeze({ stored: { updates: [], seq: 0 }, seeds: [] })

/** Milliseconds that a document stays after its last use. */
const KEEP = 10_000
/** Documents compared with their rows in one round. */
const AT_A_TIME = 10

export class Shelf {
  readonly #deps: ShelfDeps
  readonly #workshops = new Map<string, Room>()
  readonly #tide = new Tide()
  readonly #closing = new Set<Promise<void>>()
  /** Whose turn it is to be compared. */
  #turn = 0

  constructor(deps: ShelfDeps) {
    this.#deps = deps
  }

  find(workshop: string, name: string): Entry | undefined {
    return this.#workshops.get(workshop)?.docs.get(name)
  }

  /** The document, loaded from the store unless it is here already. Throws for a name that is none. */
  open(workshop: string, name: string): Entry {
    const found = this.find(workshop, name)
    const entry = found ?? this.#begin(workshop, name)
    entry.used = this.#deps.clock.now()
    return entry
  }

  of(workshop: string): Entry[] {
    return [...(this.#workshops.get(workshop)?.docs.values() ?? [])]
  }

  all(): Entry[] {
    return [...this.#workshops.values()].flatMap(({ docs }) => [...docs.values()])
  }

  /** Resolves once everything that has arrived on documents of the workshop by now is durable, or lost. */
  async settle(workshop: string): Promise<void> {
    // A run under way may not hold the latest arrivals; the one after it does.
    for (let round = 0; round < 2; round++) await this.#workshops.get(workshop)?.window.turn()
  }

  /** Forgets an entry; the next open() loads it again. */
  drop(entry: Entry): void {
    const docs = this.#workshops.get(entry.workshop)?.docs
    if (docs?.get(entry.name) !== entry) return
    docs.delete(entry.name)
    if (docs.size > 0) return
    this.#workshops.delete(entry.workshop)
    this.#deps.onIdle(entry.workshop)
  }

  /** Lets go of what nobody has needed for a while. */
  sweep(): void {
    const { clock } = this.#deps
    for (const entry of this.all()) {
      const { live, peers, used } = entry
      if (live?.isQuiet && peers.size === 0 && clock.now() - used >= KEEP) this.#unload(entry, live)
    }
  }

  /** Compares some documents with what is stored of them, others each time. A document that cannot be read now is left for later. */
  async verifySome(): Promise<void> {
    const entries = this.all()
    const some = [...entries, ...entries].slice(this.#turn, this.#turn + Math.min(AT_A_TIME, entries.length))
    this.#turn = entries.length === 0 ? 0 : (this.#turn + AT_A_TIME) % entries.length
    for (const { live } of some) await live?.verify().catch(() => undefined)
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
      peers: new Peers(),
      ready: begun.promise,
      live: null,
      used: 0,
    }
    const room = this.#workshops.get(workshop) ?? this.#roomOf(workshop)
    this.#workshops.set(workshop, room)
    room.docs.set(name, entry)
    this.#load(entry, room).then(begun.resolve, begun.reject)
    return entry
  }

  #roomOf(workshop: string): Room {
    const { clock, strain, store } = this.#deps
    const window = new Window({
      clock,
      strain,
      tide: this.#tide,
      append: (rows) => store.docs.appendAll(workshop, rows),
      written: (pads) => this.#written(workshop, pads),
    })
    return { docs: new Map(), window, rowless: new Rowless(() => store.docs.names(workshop)) }
  }

  /** Whatever goes wrong with a board, the pads are stored. */
  #written(workshop: string, names: string[]): void {
    const pads = names.flatMap((name) => {
      const { ref, live } = this.find(workshop, name) ?? {}
      if (ref?.sort !== 'pad' || !live) return []
      return [{ activity: ref.activity, writer: ref.writer, doc: live.doc, notes: () => live.notes() }]
    })
    try {
      this.#deps.onWritten(workshop, pads)
    } catch (error) {
      this.#deps.log('error', 'pads not projected', { workshop }, error)
    }
  }

  async #load(entry: Entry, { window, rowless }: Room): Promise<LiveDoc> {
    const { store, clock, log } = this.#deps
    const { workshop, name, ref } = entry
    try {
      const { stored, seeds } = (await rowless.is(name)) ? EMPTY : await this.#read(entry)
      entry.live = new LiveDoc(stored, {
        workshop,
        name,
        ref,
        store: store.docs,
        clock,
        log,
        strain: this.#deps.strain,
        window,
        onDurable: () => this.#deps.onDurable(entry),
        onDiverged: (seat) => this.#deps.onDiverged(entry, seat),
        onLost: (error) => this.#lost(entry, error),
      })
      if (seeds.length > 0) await entry.live.edit((doc) => seeds.forEach((seed) => addNote(doc, seed)))
      return entry.live
    } catch (error) {
      this.#lost(entry, error)
      throw error
    }
  }

  /** What is stored of a document; one that is damaged is repaired first, from its last checkpoint where nothing is left. */
  async #read({ workshop, name, ref }: Entry): Promise<Known> {
    const { store, log, checkpoint } = this.#deps
    const { docs } = store
    try {
      return { stored: await docs.load(workshop, name), seeds: [] }
    } catch (error) {
      if ((error as Error).name !== 'DamagedDoc') throw error
      const repair = await docs.repair(workshop, name)
      const stored = await docs.load(workshop, name)
      const left = readNotes(loadDoc(stored, workshop, name, ref).doc).length
      const seeds = left === 0 && ref.sort === 'board' ? await checkpoint(workshop, ref.activity) : []
      log('error', 'damaged document repaired', {
        workshop,
        doc: name,
        ...repair,
        left,
        restored: seeds.length,
      })
      return { stored, seeds }
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
