// Compares this device's copy of a document with the server's, every half minute and when the page wakes up.
// Called by lib/docWire.ts. Two looks are needed before it counts: a deletion on its way looks like a difference.
import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { digestOf } from '../../shared/board/digest.ts'
import { CHECK_KIND } from '../../shared/wire.ts'

const EVERY = 30_000
const AGAIN_AFTER = 2_000

/** Starts the checks of a connected document; `differs` is called where both looks found another content. */
export function startChecks(
  provider: Pick<WebsocketProvider, 'messageHandlers' | 'synced' | 'ws'>,
  doc: Y.Doc,
  differs: () => void,
): { now(): void; stop(): void } {
  let changes = 0
  let asked = { changes: -1, again: false }
  let second: ReturnType<typeof setTimeout> | undefined
  const count = () => void changes++
  doc.on('update', count)

  const ask = (again: boolean) => {
    if (!provider.synced || provider.ws?.readyState !== WebSocket.OPEN) return
    asked = { changes, again }
    provider.ws.send(checkFrame(doc, again))
  }
  provider.messageHandlers[CHECK_KIND] = () => {
    if (asked.changes !== changes) return
    if (asked.again) return void setTimeout(differs)
    const before = changes
    clearTimeout(second)
    second = setTimeout(() => changes === before && ask(true), AGAIN_AFTER)
  }
  const timer = setInterval(() => ask(false), EVERY)
  return {
    now: () => ask(false),
    stop() {
      clearInterval(timer)
      clearTimeout(second)
      doc.off('update', count)
    },
  }
}

function checkFrame(doc: Y.Doc, again: boolean): Uint8Array<ArrayBuffer> {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, CHECK_KIND)
  encoding.writeVarUint8Array(to, Y.encodeStateVector(doc))
  encoding.writeVarString(to, digestOf(doc))
  encoding.writeVarUint(to, again ? 1 : 0)
  return encoding.toUint8Array(to)
}
