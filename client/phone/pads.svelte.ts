// The sheets this phone writes on: the one in use, and earlier ones until all their words have arrived.
// Made by phone/Room.svelte; loads Yjs only when there is something to write or to deliver.
import type { Doc } from '../lib/doc.svelte.ts'
import { keptKeys } from '../lib/keep.ts'
import { lazy } from '../lib/lazy.ts'

/** Sheets of single seats: several people may take turns on this device, each sends their own. */
const SEATS = /\.s\d+$/

export class Pads {
  /** The sheet to write on now. */
  current: Doc | null = $state.raw(null)
  /** The code for writing could not be fetched (no network). */
  failed = $state(false)
  /** Name of the sheet that is in use or being opened. */
  wanted: string | null = null

  /** Sheets of devices that have become one with this seat. */
  others: Doc[] = $state.raw([])

  #place: { code: string; token: string; seat: string }
  #open: Doc[] = $state.raw([])

  constructor(place: { code: string; token: string; seat: string }) {
    this.#place = place
  }

  /** Notes whose last words are still on this phone only. */
  get unsent(): number {
    return this.#open.reduce((sum, doc) => sum + doc.unsaved.size, 0)
  }

  /** Opens a sheet for writing; null puts the present one aside. It stays connected until all of it is stored. */
  async want(name: string | null): Promise<void> {
    if (this.wanted === name && !this.failed) return
    this.wanted = name
    this.failed = false
    this.current = null
    this.#sweep()
    if (name === null) return
    const doc = await this.#get(name)
    if (doc && this.wanted === name) this.current = doc
  }

  /** Sheets with words that an earlier visit could not send. */
  async deliver(): Promise<void> {
    const beginning = `${this.#place.code}/doc/`
    const names = keptKeys(`${beginning}pad.`).map((key) => key.slice(beginning.length).split('/')[0]!)
    const mine = names.filter((name) => !SEATS.test(name) || name.endsWith(`.${this.#place.seat}`))
    for (const name of new Set(mine)) await this.#get(name)
  }

  /** Opens the sheets that this seat has besides the one it writes on. */
  async alongside(names: readonly string[]): Promise<void> {
    if (names.join() === this.others.map(({ name }) => name).join()) return
    const docs = await Promise.all(names.map((name) => this.#get(name)))
    this.others = docs.filter((doc) => doc !== null)
  }

  close(): void {
    for (const doc of this.#open) doc.close()
    this.#open = []
    this.current = null
  }

  async #get(name: string): Promise<Doc | null> {
    try {
      const { Doc } = await lazy(() => import('../lib/doc.svelte.ts'))
      const there = this.#open.find((doc) => doc.name === name)
      if (there) return there
      const { code, token } = this.#place
      const doc = new Doc({ code, token, name, keep: true, trusted: false })
      this.#open = [...this.#open, doc]
      return doc
    } catch {
      this.failed = true
      return null
    }
  }

  #sweep(): void {
    const done = this.#open.filter(
      (doc) => doc.name !== this.wanted && !this.others.includes(doc) && doc.unsaved.size === 0 && doc.ready,
    )
    for (const doc of done) doc.close()
    this.#open = this.#open.filter((doc) => !done.includes(doc))
  }
}
