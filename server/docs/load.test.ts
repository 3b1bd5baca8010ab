// While a document is fetched from the disk: everybody waits for the one fetch, and nobody is shown an empty document (S3).
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { handClock } from '../../tests/support/clock.ts'
import { moodyStore, WORKSHOP } from '../../tests/support/doc-room.ts'
import { FakeSocket } from '../../tests/support/fake-socket.ts'
import { addNote, readNotes } from '../../shared/board/note.ts'
import { parseDocName } from '../../shared/ids.ts'
import { createDocs } from './docs.ts'
import { step1Frame } from './frames.ts'
import { quietHooks } from '../../tests/support/hooks.ts'

const BOARD = 'board.a1'
const EMPTY = Uint8Array.of(0)
const JOINERS = 50

/** A house whose disk answers a load when it is told to, well or not; one note lies on the board. */
async function bench() {
  const clock = handClock()
  const store = moodyStore()
  const begun: PromiseWithResolvers<void>[] = []
  const slow = {
    ...store,
    docs: {
      ...store.docs,
      async load(...args: Parameters<typeof store.docs.load>) {
        const mayGoOn = Promise.withResolvers<void>()
        begun.push(mayGoOn)
        await mayGoOn.promise
        return store.docs.load(...args)
      },
    },
  }
  const hooks = quietHooks(() => 'write')
  const before = createDocs({ store, clock, log: () => undefined, hooks })
  await before.edit(WORKSHOP, BOARD, (doc) => addNote(doc, { id: 'n1', text: 'there' }))
  await before.drain()
  const docs = createDocs({ store: slow, clock, log: () => undefined, hooks })
  const join = (n: number) => {
    const socket = new FakeSocket()
    const seat = { id: `f${n}`, role: 'facilitator' as const }
    docs.connect(socket.ws, { workshop: WORKSHOP, doc: BOARD, ref: parseDocName(BOARD)!, seat, saved: false })
    socket.says(step1Frame(EMPTY))
    return socket
  }
  const joinAll = () => Array.from({ length: JOINERS }, (_, n) => join(n))
  const until = async (is: () => boolean) => {
    for (let turn = 0; !is(); turn++) {
      if (turn > 2000) throw new Error('it did not come true')
      await clock.wind(0)
    }
  }
  return { clock, docs, begun, joinAll, until }
}

const told = (socket: FakeSocket) => [...socket.of('step2'), ...socket.of('update')]

describe('S3 a document that is being loaded', () => {
  it('is loaded once for all, who wait and then get all of it', async () => {
    const { clock, docs, begun, joinAll, until } = await bench()
    const sockets = joinAll()
    await clock.wind(4000)
    expect(sockets.flatMap(told)).toEqual([])
    expect(begun).toHaveLength(1)
    begun[0]!.resolve()
    await until(() => sockets.every((socket) => told(socket).length > 0))
    for (const socket of sockets) {
      const doc = new Y.Doc()
      for (const { update } of told(socket)) Y.applyUpdate(doc, update)
      expect(readNotes(doc).map(({ text }) => text)).toEqual(['there'])
    }
    expect(begun).toHaveLength(1)
    await docs.drain()
  })

  it('closes everybody where it cannot be loaded, shows nobody an empty one, and is there once it can', async () => {
    const { docs, begun, joinAll, until } = await bench()
    for (const attempt of [0, 1]) {
      const sockets = joinAll()
      await until(() => begun.length === attempt + 1)
      begun[attempt]!.reject(new Error('disk'))
      await until(() => sockets.every(({ code }) => code !== null))
      expect(sockets.flatMap(told)).toEqual([])
      for (const { code } of sockets) expect([1013, 4513]).toContain(code)
    }
    const sockets = joinAll()
    await until(() => begun.length === 3)
    begun[2]!.resolve()
    await until(() => sockets.every((socket) => told(socket).length > 0))
    await docs.drain()
  })
})
