// Two tabs of one browser: the stock provider lets them talk past the server, ours does not (N7).
import { expect, it, onTestFinished, vi } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { connectDoc } from './docWire.ts'

/** An address where nobody answers: whatever arrives has come another way. */
const NOBODY = '127.0.0.1:9'
const silent = {
  synced: () => {},
  lost: () => {},
  saved: () => {},
  closed: () => {},
  changed: () => {},
  differs: () => {},
}

/** What the second of two documents has of what was written in the first. */
function heard(connect: (doc: Y.Doc) => () => void): number {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [one, two]) onTestFinished(connect(doc))
  one.getMap('notes').set('n1', 'written')
  return two.getMap('notes').size
}

it('tabs hear each other through the server alone', () => {
  vi.stubGlobal('location', { protocol: 'http:', host: NOBODY })
  onTestFinished(() => void vi.unstubAllGlobals())
  const place = { code: 'GRVKMT', token: 't', name: 'board.a1', trusted: false }
  expect(heard((doc) => connectDoc(place, doc, silent))).toBe(0)
  expect(heard((doc) => connectDoc({ ...place, trusted: true }, doc, silent))).toBe(0)

  const stock = (doc: Y.Doc) => {
    const provider = new WebsocketProvider(`ws://${NOBODY}/docs/GRVKMT`, 'board.a1', doc)
    return () => provider.destroy()
  }
  expect(heard(stock)).toBe(1)
})
