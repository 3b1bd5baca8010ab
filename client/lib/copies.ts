// Copies of a document on this device, from the first keystroke until the server has stored it durably.
// Called by lib/doc.svelte.ts for pads: a reload in a dead spot loses nothing.
import * as Y from 'yjs'
import { LIMITS } from '../../shared/limits.ts'
import { hexId } from './id.ts'
import { forget, keep, kept, keptKeys } from './keep.ts'

/** The copies of one document: this page's own, and those that earlier pages, or other tabs, have left. */
export class Copies {
  #place: string
  #own: string
  /** Copies that were taken in: key -> what it held. */
  #taken = new Map<string, string>()

  constructor(place: string) {
    this.#place = place
    this.#own = `${place}/${hexId()}`
  }

  /** Puts the copy aside; false where it is not kept. Beyond the size of a pad it never is: the server would not take it either. */
  put(doc: Y.Doc): boolean {
    const bytes = Y.encodeStateAsUpdate(doc)
    const done = bytes.length <= LIMITS.pad && keep(this.#own, toText(bytes))
    if (done) this.#drop()
    return done
  }

  /** Applies all copies there are. True where there was one. */
  apply(doc: Y.Doc, origin: unknown): boolean {
    const keys = keptKeys(this.#place).filter(
      (key) => key === this.#place || key.startsWith(`${this.#place}/`),
    )
    for (const key of keys) {
      const text = kept<string>(key)
      if (typeof text === 'string' && applied(text, doc, origin)) this.#taken.set(key, text)
      else forget(key)
    }
    return this.#taken.size > 0
  }

  /** All of it is stored: nothing stays here, but for what another tab has added meanwhile. */
  clear(): void {
    forget(this.#own)
    this.#drop()
  }

  #drop(): void {
    for (const [key, text] of this.#taken) if (kept(key) === text) forget(key)
    this.#taken.clear()
  }
}

function applied(text: string, doc: Y.Doc, origin: unknown): boolean {
  try {
    Y.applyUpdate(doc, fromText(text), origin)
    return true
  } catch {
    return false
  }
}

/** True where each clock of `need` is reached by `have`. */
export function covers(have: Map<number, number>, need: Map<number, number>): boolean {
  for (const [client, clock] of need) if ((have.get(client) ?? 0) < clock) return false
  return true
}

function toText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function fromText(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
