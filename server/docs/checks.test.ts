// A replica that has gone wrong is found: a client's by its mark, the server's own by reading what is stored.
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { handClock } from '../../tests/support/clock.ts'
import { CODE, docRoom, WORKSHOP } from '../../tests/support/doc-room.ts'
import { openSavedPad } from '../../tests/support/patient.ts'
import type { Made } from '../../tests/support/people.ts'
import { until } from '../../tests/support/people.ts'
import { startChecks } from '../../client/lib/docCheck.ts'
import { addNote, readNotes } from '../../shared/board/note.ts'
import { CHECK_KIND } from '../../shared/wire.ts'
import { createMemoryStore } from '../store/memory.ts'
import { createDocs } from './docs.ts'

const BOARD = 'board.a1'
const MADE = { workshop: { code: CODE } } as Made

/** One letter of the document becomes another, and nobody is told. */
function flip(doc: Y.Doc): void {
  for (const structs of doc.store.clients.values())
    for (const item of structs) {
      const content = item instanceof Y.Item ? item.content : null
      if (content instanceof Y.ContentString && content.str !== '') {
        content.str = `X${content.str.slice(1)}`
        return
      }
    }
  throw new Error('no text to flip')
}
const texts = (doc: Y.Doc) => readNotes(doc).map(({ text }) => text)

test('a flipped replica of a client is told so, at the second look; a sound one hears nothing', async () => {
  const room = await docRoom()
  const url = room.url.replace(`/docs/${CODE}`, '')
  const [bad, good] = ['f', 'c'].map((id) => openSavedPad(url, MADE, room.seat(id, 'facilitator'), BOARD))
  await until(() => bad!.provider.synced && good!.provider.synced)
  bad!.write('n1', 'bonjour')
  await until(() => texts(good!.doc).length === 1 && bad!.saved().size === 1)
  let found = 0
  let heard = 0
  const checks = startChecks(bad!.provider, bad!.doc, () => found++)
  const others = startChecks(good!.provider, good!.doc, () => heard++)
  checks.now()
  await new Promise((done) => setTimeout(done, 100))
  flip(bad!.doc)
  expect(texts(bad!.doc)).toEqual(['Xonjour'])
  checks.now()
  others.now()
  await until(() => found === 1)
  expect([heard, room.docs.stats().diverged]).toEqual([0, 1])
  // A fresh replica has what is stored.
  const fresh = openSavedPad(url, MADE, 't-f', BOARD)
  await until(() => texts(fresh.doc).length === 1)
  expect(texts(fresh.doc)).toEqual(['bonjour'])
  for (const pad of [bad!, good!, fresh]) pad.leave()
  for (const one of [checks, others]) one.stop()
  await room.close()
})

test('a client that lags is sent what it lacks; one that does not ask for "saved" is never answered', async () => {
  const room = await docRoom()
  await room.docs.edit(WORKSHOP, BOARD, (doc) => void addNote(doc, { id: 'n1', text: 'here' }))
  const hear = (protocols: string[]) => {
    const socket = new WebSocket(`${room.url}/${BOARD}`, protocols)
    const kinds: number[] = []
    socket.binaryType = 'arraybuffer'
    socket.onmessage = ({ data }) => void kinds.push(...new Uint8Array(data as ArrayBuffer).slice(0, 2))
    return { socket, kinds }
  }
  const ask = (digest: string, vector = Y.encodeStateVector(new Y.Doc())) => {
    const to = encoding.createEncoder()
    encoding.writeVarUint(to, CHECK_KIND)
    encoding.writeVarUint8Array(to, vector)
    encoding.writeVarString(to, digest)
    encoding.writeVarUint(to, 0)
    return encoding.toUint8Array(to)
  }
  const token = room.seat('f', 'facilitator')
  const [lagging, stock] = [hear(['tablee', token, 'tablee.saved']), hear(['tablee', token])]
  await until(() => lagging.kinds.length > 0 && stock.kinds.length > 0)
  for (const { socket } of [lagging, stock]) socket.send(ask('x'))
  // Sync step 2 is message 0, 1.
  await until(() => lagging.kinds.join().includes('0,1'))
  expect(stock.kinds).not.toContain(CHECK_KIND)
  for (const { socket } of [lagging, stock]) socket.close()
  await room.close()
})

test("the server's own copy is compared with what is stored, dropped where it differs, and loaded again", async () => {
  const clock = handClock()
  const lost: unknown[] = []
  const docs = createDocs({
    store: createMemoryStore(),
    clock,
    log: () => undefined,
    hooks: {
      gate: () => 'write',
      onPad: () => undefined,
      onBoard: () => undefined,
      onPlan: () => undefined,
      checkpoint: async () => [],
      onStoreError: (_workshop, error) => lost.push(error),
    },
  })
  const begin = docs.edit(WORKSHOP, BOARD, (doc) => void doc.getMap('meta').set('v', 1))
  await clock.wind(100)
  await begin
  expect(await docs.notes(WORKSHOP, BOARD)).toEqual([])
  await clock.wind(5000)
  expect(docs.stats().diverged).toBe(0)
  const write = docs.edit(WORKSHOP, BOARD, (doc) => void addNote(doc, { id: 'n1', text: 'bonjour' }))
  await clock.wind(100)
  await write
  await clock.wind(5000)
  expect(docs.stats().diverged).toBe(0)
  const more = docs.edit(WORKSHOP, BOARD, (doc) => void addNote(doc, { id: 'n2', text: 'encore' }))
  await clock.wind(100)
  await more
  flip(await docs.peek(WORKSHOP, BOARD))
  for (let round = 0; round < 3 && lost.length === 0; round++) await clock.wind(5000)
  expect([docs.stats().diverged, lost.length]).toEqual([1, 1])
  expect(texts(await docs.peek(WORKSHOP, BOARD)).sort()).toEqual(['bonjour', 'encore'])
  const drained = docs.drain()
  await clock.wind(1000)
  await drained
})
