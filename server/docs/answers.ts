// Answers to sync step 1: a cached snapshot with its tail for those who have nothing, a diff for those who come back.
// Called by doc.ts, only while everything in the document is durable.
import * as Y from 'yjs'
import { step2Frame, updateFrame } from './frames.ts'

/** Where the tail grows past this many bytes, the snapshot is made anew. */
const LONG_TAIL = 64 * 1024

export class Answers {
  readonly #doc: Y.Doc
  #snapshot: Uint8Array | null = null
  #tail: Uint8Array[] = []
  #frames: Uint8Array[] | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** What the document has got since the last answer. */
  add(update: Uint8Array): void {
    this.#frames = null
    if (!this.#snapshot) return
    this.#tail.push(update)
    const length = this.#tail.reduce((sum, { byteLength }) => sum + byteLength, 0)
    if (length > LONG_TAIL) this.forget()
  }

  /** The frames that answer this state vector, the step 2 last; null where it cannot be read. */
  to(vector: Uint8Array): Uint8Array[] | null {
    const known = readVector(vector)
    if (!known) return null
    if (hasNothing(this.#doc, known)) return this.#everything()
    return [step2Frame(Y.encodeStateAsUpdate(this.#doc, vector))]
  }

  /** Lets go of the cached bytes. */
  forget(): void {
    this.#snapshot = null
    this.#frames = null
    this.#tail = []
  }

  /** The stock client is in sync at the step 2, so the snapshot goes before it and the tail in it. */
  #everything(): Uint8Array[] {
    if (this.#frames) return this.#frames
    this.#snapshot ??= Y.encodeStateAsUpdate(this.#doc)
    const whole = this.#snapshot
    this.#frames =
      this.#tail.length === 0
        ? [step2Frame(whole)]
        : [updateFrame(whole), step2Frame(Y.mergeUpdates(this.#tail))]
    return this.#frames
  }
}

function readVector(vector: Uint8Array): Map<number, number> | null {
  try {
    return Y.decodeStateVector(vector)
  } catch {
    return null
  }
}

/** True where the vector knows nothing of this document, though perhaps something of its own. */
function hasNothing(doc: Y.Doc, known: ReadonlyMap<number, number>): boolean {
  for (const client of known.keys()) if (doc.store.clients.has(client)) return false
  return true
}
