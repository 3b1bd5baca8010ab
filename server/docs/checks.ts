// Whether replicas still agree: a client tells the mark of what it has, the server compares. Called by doc.ts.
// Nothing is answered where all is well, so that only clients that ask ever hear of it.
import * as Y from 'yjs'
import { digestOf } from '../../shared/board/digest.ts'
import { CLOSE } from '../../shared/wire.ts'
import type { Connection } from './connection.ts'
import { differsFrame, type Frame } from './frames.ts'

export interface ChecksDeps {
  doc: Y.Doc
  /** Runs `fn` once everything in the document is durable: now, or after the append under way. */
  whenDurable(fn: () => void): void
  /** True while nothing waits to be applied: a deletion has no clock, so only then can marks be compared. */
  isQuiet(): boolean
  /** Sends what the peer lacks. */
  answer(connection: Connection, vector: Uint8Array): void
  /** Asks the peer for what the server lacks. */
  ask(connection: Connection): void
  /** A replica that agrees in its state vector says something else, for the second time. */
  diverged(connection: Connection): void
}

export class Checks {
  readonly #deps: ChecksDeps
  #digest: string | null = null

  constructor(deps: ChecksDeps) {
    this.#deps = deps
    deps.doc.on('update', () => (this.#digest = null))
  }

  /** The mark of the document as it is. */
  digest(): string {
    return (this.#digest ??= digestOf(this.#deps.doc))
  }

  take(connection: Connection, check: Extract<Frame, { kind: 'check' }>, now: number): void {
    if (connection.mayCheck(now)) this.#deps.whenDurable(() => this.#compare(connection, check))
  }

  #compare(connection: Connection, { vector, digest, again }: Extract<Frame, { kind: 'check' }>): void {
    const { doc, isQuiet, answer, ask, diverged } = this.#deps
    const theirs = readVector(vector)
    if (!theirs) return connection.close(CLOSE.unreadable)
    const own = Y.decodeStateVector(Y.encodeStateVector(doc))
    const [behind, ahead] = [isShort(theirs, own), isShort(own, theirs)]
    if (behind) answer(connection, vector)
    if (ahead && connection.writes) ask(connection)
    if (behind || (ahead && connection.writes) || !isQuiet()) return
    if (!ahead && digest === this.digest()) return
    if (again) diverged(connection)
    connection.send(differsFrame())
  }
}

/** True where `vector` lacks something that `other` has. */
function isShort(vector: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): boolean {
  return [...other].some(([client, clock]) => (vector.get(client) ?? 0) < clock)
}

function readVector(vector: Uint8Array): Map<number, number> | null {
  try {
    return Y.decodeStateVector(vector)
  } catch {
    return null
  }
}
