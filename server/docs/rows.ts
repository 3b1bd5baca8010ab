// The stored rows of one document: how many there are, merged when there are many. Called by doc.ts.
import type { Log } from '../log.ts'
import type { Store, StoredDoc } from '../store/store.ts'

const MANY = 500

export class Rows {
  readonly #docs: Store['docs']
  readonly #workshop: string
  readonly #name: string
  readonly #log: Log
  #seq: number
  /** Rows since the last snapshot. */
  #count: number
  #compacting: Promise<void> | null = null

  constructor(docs: Store['docs'], workshop: string, name: string, stored: StoredDoc, log: Log) {
    this.#docs = docs
    this.#workshop = workshop
    this.#name = name
    this.#log = log
    this.#seq = stored.seq
    this.#count = stored.updates.length
  }

  /** Number of the last row. */
  get seq(): number {
    return this.#seq
  }

  /** One more row is on disk. */
  added(seq: number): void {
    this.#seq = seq
    this.#count++
    if (this.#count >= MANY) void this.compact()
  }

  /** Merges the rows written so far into one snapshot. A failure costs nothing but room: the rows stay. */
  compact(): Promise<void> {
    if (this.#count < 2) return this.#compacting ?? Promise.resolve()
    this.#compacting ??= this.#merge().finally(() => (this.#compacting = null))
    return this.#compacting
  }

  /** Resolves once no merging is under way, whether it came to anything or not. */
  async atRest(): Promise<void> {
    await this.#compacting
  }

  async #merge(): Promise<void> {
    const upTo = this.#seq
    try {
      await this.#docs.compact(this.#workshop, this.#name, upTo)
      this.#count = this.#seq - upTo
    } catch (error) {
      this.#log('warn', 'rows not merged', { workshop: this.#workshop, doc: this.#name }, error)
      this.#count = 0
    }
  }
}
