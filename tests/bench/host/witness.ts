// One real client, the stock provider on a real Y.Doc: what the counters count must be what people would see.
// Called by the workshop workload as its self-check.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readNotes } from '../../../shared/board/note.ts'
import type { Target } from '../start.ts'
import type { Crowd } from './crowd.ts'

export interface Witness {
  synced(): Promise<void>
  texts(): Set<string>
  close(): void
}

export function openWitness({ kind }: Target, { extra }: Crowd): Witness {
  const doc = new Y.Doc()
  const polyfill = kind === 'hocuspocus' ? behindName(extra.doc) : WebSocket
  const provider = new WebsocketProvider(extra.base, extra.doc, doc, {
    protocols: extra.protocols,
    disableBc: true,
    WebSocketPolyfill: polyfill as unknown as typeof globalThis.WebSocket,
  })
  provider.awareness.setLocalState(null)
  return {
    synced: () =>
      new Promise((resolve) => (provider.synced ? resolve() : provider.once('sync', () => resolve()))),
    texts: () => new Set(readNotes(doc).map(({ text }) => text)),
    close() {
      provider.destroy()
      doc.destroy()
    },
  }
}

const AUTH = 2
/** Kinds that the y-websocket protocol has too. */
const SHARED_KINDS = [0, 1]

/** The stock provider speaks to Hocuspocus through a socket that puts the document's name in front, and takes it off. */
function behindName(name: string): typeof WebSocket {
  const addressed = (body: Uint8Array) => {
    const to = encoding.createEncoder()
    encoding.writeVarString(to, name)
    return Buffer.concat([encoding.toUint8Array(to), body])
  }
  const token = encoding.encode((to) => {
    encoding.writeVarUint(to, AUTH)
    encoding.writeVarUint(to, 0)
    encoding.writeVarString(to, 'token')
  })
  return class extends WebSocket {
    #said = false

    override send(data: Uint8Array): void {
      if (!this.#said) super.send(addressed(token))
      this.#said = true
      super.send(addressed(data))
    }

    override emit(event: string | symbol, ...args: unknown[]): boolean {
      if (event !== 'message') return super.emit(event, ...args)
      const from = decoding.createDecoder(new Uint8Array(args[0] as ArrayBuffer))
      decoding.readVarString(from)
      const body = from.arr.slice(from.pos)
      return SHARED_KINDS.includes(body[0]!) && super.emit(event, body.buffer, true)
    }
  } as unknown as typeof WebSocket
}
