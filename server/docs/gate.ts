// One document's gate: every foreign update passes the guard here before it is applied. Called by doc.ts.
import * as Y from 'yjs'
import type { DocRef } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/wire.ts'
import type { Connection } from './connection.ts'
import { checkUpdate, type Claims, type Verdict, type Why } from './guard.ts'
import { mostBytes, type Loaded } from './load.ts'

export class Gate {
  readonly #doc: Y.Doc
  readonly #claims: Claims
  readonly #ref: DocRef
  readonly #most: number
  /** About the encoded size: what went in is added up, so it only grows until it is measured again. */
  #bytes: number

  constructor({ doc, claims, bytes }: Loaded, ref: DocRef) {
    this.#doc = doc
    this.#claims = claims
    this.#ref = ref
    this.#most = mostBytes(ref)
    this.#bytes = bytes
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Applies an update that passes; otherwise says why not, and nothing has changed. Call inside a transaction. */
  enter(update: Uint8Array, from: Connection): Why | null {
    const verdict = this.#judge(update, from)
    if (!verdict.ok) return verdict.why
    if (verdict.novel) Y.applyUpdate(this.#doc, update)
    this.#bytes += verdict.bytes
    return null
  }

  /** Counts what the server wrote itself. */
  grow(bytes: number): void {
    this.#bytes += bytes
  }

  #judge(update: Uint8Array, from: Connection): Verdict {
    const verdict = this.#check(update, from)
    if (verdict.ok || verdict.why !== 'too-large') return verdict
    this.#bytes = Y.encodeStateAsUpdate(this.#doc).length
    return this.#check(update, from)
  }

  #check(update: Uint8Array, { writer }: Connection): Verdict {
    const size = { bytes: this.#bytes, most: this.#most }
    return checkUpdate(this.#doc, update, writer, this.#claims, size, this.#ref.sort)
  }
}

/** What a connection is closed with for such an update; for gaps, once there were too many. */
export function closeCode(why: Why | 'broken'): number {
  switch (why) {
    case 'unreadable':
      return CLOSE.unreadable
    case 'too-large':
      return CLOSE.tooLarge
    case 'gap':
      return CLOSE.slowDown
    case 'foreign-client':
    case 'shape':
    case 'dangling':
    case 'broken':
      return CLOSE.notYours
    default:
      return why satisfies never
  }
}
