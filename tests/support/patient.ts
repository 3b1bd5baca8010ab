// People who do not give up: what is sent again and again under the same id until it is answered, and what a pad was
// told to be saved. Called by the fault tests.
import type { Socket } from 'socket.io-client'
import type { WebsocketProvider } from 'y-websocket'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { addNote, notesOf, readNotes } from '../../shared/board/note.ts'
import { SAVED_KIND, SAVED_SUBPROTOCOL, SUBPROTOCOL, type Answer } from '../../shared/wire.ts'
import { PATIENCE } from './forms.ts'
import type { Made } from './people.ts'
import { stockProvider } from './stock.ts'

/** Sends one word until it is answered, always under the same id; rejects after `ms`. */
export async function insist(
  socket: Socket,
  word: 'command' | 'ballot',
  sent: { id: string },
  ms = 30_000,
): Promise<Answer> {
  const end = performance.now() + ms * PATIENCE
  while (performance.now() < end) {
    const answer = await once(socket, word, sent)
    if (answer && (answer.ok || answer.code !== 'too-fast')) return answer
    await new Promise((done) => setTimeout(done, 30))
  }
  throw new Error(`${word} ${sent.id} was never answered`)
}

async function once(socket: Socket, word: string, sent: unknown): Promise<Answer | null> {
  if (!socket.connected) return null
  return (socket.timeout(800).emitWithAck(word, sent) as Promise<Answer>).catch(() => null)
}

export interface SavedPad {
  doc: Y.Doc
  provider: WebsocketProvider
  write(id: string, text: string): void
  remove(id: string): void
  ids(): string[]
  /** Notes whose writing the server called durable so far. */
  saved(): Set<string>
  /** Notes that were removed, and whose removal the server called durable. */
  gone(): Set<string>
  leave(): void
}

/** A stock client that asks for kind 100: it knows of each of its notes whether it is safe. */
export function openSavedPad(url: string, made: Made, token: string, name: string): SavedPad {
  const doc = new Y.Doc()
  const address = `${url.replace('http', 'ws')}/docs/${made.workshop.code}`
  const protocols = [SUBPROTOCOL, token, SAVED_SUBPROTOCOL]
  const provider = stockProvider(address, name, doc, { protocols, maxBackoffTime: 200 })
  provider.awareness.setLocalState(null)
  /** What was done, and this client's own clock right after it. */
  const done: { id: string; removed: boolean; clock: number }[] = []
  let durable = 0
  provider.messageHandlers[SAVED_KIND] = (_encoder, decoder) => {
    const vector = Y.decodeStateVector(decoding.readVarUint8Array(decoder))
    durable = Math.max(durable, vector.get(doc.clientID) ?? 0)
  }
  const note = (id: string, removed: boolean) =>
    done.push({ id, removed, clock: Y.getState(doc.store, doc.clientID) })
  const safe = (removed: boolean) => done.filter((one) => one.removed === removed && one.clock <= durable)
  return {
    doc,
    provider,
    write(id, text) {
      doc.transact(() => addNote(doc, { id, text, tone: 'soleil' }))
      note(id, false)
    },
    /** A removal has no clock of its own: the mark written with it carries one. */
    remove(id) {
      doc.transact(() => {
        notesOf(doc).delete(id)
        doc.getMap('meta').set('v', 1)
      })
      note(id, true)
    },
    ids: () => readNotes(doc).map((one) => one.id),
    saved: () => new Set(safe(false).map(({ id }) => id)),
    gone: () => new Set(safe(true).map(({ id }) => id)),
    leave() {
      provider.destroy()
      doc.destroy()
    },
  }
}
