// Documents through a real server, a memory store and the stock client.
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  attach,
  docRoom,
  moodyStore,
  pause,
  raw,
  synced,
  until,
  WORKSHOP,
} from '../../tests/support/doc-room.ts'
import type { DocRoom, Peer, RoomOptions } from '../../tests/support/doc-room.ts'
import { addNote, noteMap, readNotes, spliceText } from '../../shared/board/note.ts'
import { SAVED_SUBPROTOCOL } from '../../shared/wire.ts'
import { updateFrame } from './frames.ts'
import { serverId } from './load.ts'

const BOARD = 'board.a1'
const rooms: DocRoom[] = []
const peers: Peer[] = []

async function open(options?: RoomOptions): Promise<DocRoom> {
  const room = await docRoom(options)
  rooms.push(room)
  return room
}

async function join(room: DocRoom, token: string, name: string, doc?: Y.Doc): Promise<Peer> {
  const peer = await synced(room, token, name, doc)
  peers.push(peer)
  return peer
}

afterEach(async () => {
  for (const peer of peers.splice(0)) peer.leave()
  for (const room of rooms.splice(0)) await room.close()
})

const texts = (doc: Y.Doc) => readNotes(doc).map(({ text }) => text)
const stored = async (room: DocRoom, name: string) => {
  const { snapshot, updates } = await room.store.docs.load(WORKSHOP, name)
  const doc = new Y.Doc()
  for (const row of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, row)
  return doc
}

describe('documents and the stock client', () => {
  it('lets two desks converge, and stores what they wrote', async () => {
    const room = await open()
    const [a, b] = [
      await join(room, room.seat('f', 'facilitator'), BOARD),
      await join(room, room.seat('c', 'scribe'), BOARD),
    ]
    addNote(a.doc, { id: 'n1', text: 'hello' })
    await until(() => texts(b.doc).includes('hello'))
    spliceText(noteMap(b.doc, 'n1')!.get('text') as Y.Text, 'hello there')
    addNote(a.doc, { id: 'n2', text: 'two' })
    await until(() => texts(a.doc).join() === 'hello there,two' && texts(b.doc).join() === 'hello there,two')
    expect(texts(await stored(room, BOARD))).toEqual(['hello there', 'two'])
    expect((await room.docs.notes(WORKSHOP, BOARD)).map(({ text }) => text)).toEqual(['hello there', 'two'])
  })

  it('takes over what was typed before the first sync, and brings late joiners up to date', async () => {
    const room = await open()
    const typed = new Y.Doc()
    addNote(typed, { id: 'n1', text: 'in a dead spot' })
    await join(room, room.seat('s1'), 'pad.a1.s1', typed)
    await until(() => room.pads.includes('s1'))
    const other = await join(room, 't-s1', 'pad.a1.s1')
    expect(texts(other.doc)).toEqual(['in a dead spot'])
    addNote(other.doc, { id: 'n2', text: 'more' })
    await until(() => texts(typed).includes('more'))
    // The second joiner gets the snapshot and its tail, and is in sync only with both.
    const third = await join(room, 't-s1', 'pad.a1.s1')
    expect(texts(third.doc)).toEqual(['in a dead spot', 'more'])
  })

  it('keeps a reader connected that cannot write', async () => {
    const room = await open()
    const desk = await join(room, room.seat('f', 'facilitator'), BOARD)
    room.rights.set('w board.a1', 'read')
    const full = new Y.Doc()
    addNote(full, { id: 'mine', text: 'not allowed' })
    const wall = await join(room, room.seat('w', 'wall'), BOARD, full)
    addNote(wall.doc, { id: 'mine2', text: 'neither' })
    addNote(desk.doc, { id: 'n1', text: 'shown' })
    await until(() => texts(wall.doc).includes('shown'))
    expect(wall.codes).toEqual([])
    expect(texts(desk.doc)).toEqual(['shown'])
    expect(texts(await stored(room, BOARD))).toEqual(['shown'])
  })

  it('appends before it shows or answers anything', async () => {
    const room = await open()
    const [a, b] = [
      await join(room, room.seat('f', 'facilitator'), BOARD),
      await join(room, room.seat('c', 'scribe'), BOARD),
    ]
    room.store.hold()
    addNote(a.doc, { id: 'n1', text: 'secret until stored' })
    await pause(120)
    const late = attach(room, room.seat('d', 'facilitator'), BOARD)
    peers.push(late)
    await pause(120)
    expect(texts(b.doc)).toEqual([])
    expect(late.provider.synced).toBe(false)
    room.store.release()
    await until(() => texts(b.doc).length === 1 && texts(late.doc).length === 1)
  })

  it('shows nothing that could not be stored, closes with 4513, and goes on when the disk does', async () => {
    const room = await open()
    const [a, b] = [
      await join(room, room.seat('f', 'facilitator'), BOARD),
      await join(room, room.seat('c', 'scribe'), BOARD),
    ]
    room.store.fail(true)
    addNote(a.doc, { id: 'n1', text: 'kept by its author' })
    await until(() => a.codes.includes(4513) && b.codes.includes(4513))
    expect(room.errors).not.toEqual([])
    expect(texts(b.doc)).toEqual([])
    room.store.fail(false)
    await until(() => texts(b.doc).length === 1, 10_000)
    expect(texts(await stored(room, BOARD))).toEqual(['kept by its author'])
  })

  it('keeps everything over a restart, and writes under the same clientID', async () => {
    const store = moodyStore()
    const before = await open({ store })
    await before.docs.edit(WORKSHOP, BOARD, (doc) => addNote(doc, { id: 'n1', text: 'server' }))
    const desk = await join(before, before.seat('f', 'facilitator'), BOARD)
    addNote(desk.doc, { id: 'n2', text: 'desk' })
    await until(async () => (await before.docs.notes(WORKSHOP, BOARD)).length === 2)
    await before.docs.drain()
    const after = await open({ store })
    await after.docs.edit(WORKSHOP, BOARD, (doc) => addNote(doc, { id: 'n3', text: 'server again' }))
    const doc = await after.docs.peek(WORKSHOP, BOARD)
    expect(texts(doc)).toEqual(['server', 'desk', 'server again'])
    expect([...doc.store.clients.keys()].sort()).toEqual(
      [serverId(WORKSHOP, BOARD), desk.doc.clientID].sort(),
    )
    // The desk comes back with the same clientID, and is still its owner.
    const again = await join(after, after.seat('f', 'facilitator'), BOARD, desk.doc)
    addNote(again.doc, { id: 'n4', text: 'desk again' })
    await until(async () => (await after.docs.notes(WORKSHOP, BOARD)).length === 4)
  })

  it('takes 200 writers at once', async () => {
    const room = await open()
    const writers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => join(room, room.seat(`s${i}`), `pad.a1.s${i}`)),
    )
    expect(room.docs.stats()).toMatchObject({ docs: 200, connections: 200 })
    writers.forEach(({ doc }, i) => addNote(doc, { id: 'n', text: `note ${i}` }))
    await until(() => new Set(room.pads).size === 200)
    const pads = await room.docs.pads(WORKSHOP, 'a1')
    expect(pads).toHaveLength(200)
    const notes = await Promise.all(pads.map((pad) => room.docs.notes(WORKSHOP, pad)))
    expect(new Set(notes.flat().map(({ text }) => text)).size).toBe(200)
  })
})

describe('rights', () => {
  it('closes what is no longer allowed: 4403 for good, 4503 to come back, 4410 at the end', async () => {
    const room = await open()
    const names = ['gone', 'less', 'same', 'over']
    const [gone, less, same, over] = await Promise.all(
      names.map((id) => join(room, room.seat(id, 'facilitator'), BOARD)),
    )
    room.rights.set('gone board.a1', 'none').set('less board.a1', 'read').set('over board.a1', 'ended')
    room.docs.reconsider(WORKSHOP)
    await until(() => gone!.codes.length > 0 && less!.codes.length > 0 && over!.codes.length > 0)
    expect([gone!.codes, less!.codes, over!.codes, same!.codes]).toEqual([[4403], [4503], [4410], []])
    // It came back by itself, and may now only read.
    await until(() => less!.provider.synced)
    addNote(less!.doc, { id: 'x', text: 'late' })
    await pause(100)
    expect(texts(same!.doc)).toEqual([])
  })

  it('closes seats and workshops', async () => {
    const room = await open()
    const [a, b] = [
      await join(room, room.seat('s1'), 'pad.a1.s1'),
      await join(room, room.seat('s2'), 'pad.a1.s2'),
    ]
    room.docs.closeSeat(WORKSHOP, 's1')
    await until(() => a.codes.includes(4401))
    expect(b.codes).toEqual([])
    room.docs.closeWorkshop(WORKSHOP, 4410)
    await until(() => b.codes.includes(4410))
  })

  it('closes a forger with 4403 and changes nothing', async () => {
    const room = await open()
    const author = await join(room, room.seat('s1'), 'pad.a1.s1')
    addNote(author.doc, { id: 'n1', text: 'mine' })
    await until(() => room.pads.length > 0)
    const before = Y.encodeStateAsUpdate(await stored(room, 'pad.a1.s1'))
    const forger = await raw(room, 't-s1', 'pad.a1.s1')
    const doc = new Y.Doc()
    doc.clientID = serverId(WORKSHOP, 'pad.a1.s1')
    addNote(doc, { id: 'n2', text: 'as the server' })
    forger.socket.send(updateFrame(Y.encodeStateAsUpdate(doc)))
    expect(await forger.closed).toBe(4403)
    const shape = await raw(room, 't-s1', 'pad.a1.s1')
    const other = new Y.Doc()
    other.getMap('elsewhere').set('a', 1)
    shape.socket.send(updateFrame(Y.encodeStateAsUpdate(other)))
    expect(await shape.closed).toBe(4403)
    expect(Y.encodeStateAsUpdate(await stored(room, 'pad.a1.s1'))).toEqual(before)
    expect(author.codes).toEqual([])
  })

  it('makes a note the desk’s own when a desk rewrites its text, and only then', async () => {
    const room = await open()
    await room.docs.edit(WORKSHOP, BOARD, (doc) => {
      addNote(doc, { id: 'n1', text: 'from a pad' })
      addNote(doc, { id: 'n2', text: 'another' })
    })
    const desk = await join(room, room.seat('f', 'facilitator'), BOARD)
    noteMap(desk.doc, 'n2')!.set('at', [0.1, 0.1])
    spliceText(noteMap(desk.doc, 'n1')!.get('text') as Y.Text, 'rewritten')
    await room.docs.edit(WORKSHOP, BOARD, (doc) =>
      spliceText(noteMap(doc, 'n2')!.get('text') as Y.Text, 'server'),
    )
    await until(() => noteMap(desk.doc, 'n1')!.get('own') === true)
    expect((await room.docs.notes(WORKSHOP, BOARD)).map(({ own }) => own)).toEqual([true, undefined])
  })
})

describe('saved, drained, erased', () => {
  it('tells what is stored to those who asked for it', async () => {
    const room = await open()
    const peer = await raw(room, room.seat('s1'), 'pad.a1.s1', SAVED_SUBPROTOCOL)
    await until(() => peer.of('saved').length === 1)
    expect(peer.frames.map(({ kind }) => kind).slice(-2)).toEqual(['step2', 'saved'])
    const doc = new Y.Doc()
    addNote(doc, { id: 'n1', text: 'mine' })
    room.store.hold()
    peer.socket.send(updateFrame(Y.encodeStateAsUpdate(doc)))
    await pause(80)
    expect(peer.of('saved')).toHaveLength(1)
    room.store.release()
    await until(() => peer.of('saved').length === 2)
    expect(peer.of('saved')[1]!.vector).toEqual(Y.encodeStateVector(doc))
    const other = await raw(room, 't-s1', 'pad.a1.s1')
    await until(() => other.of('step2').length === 1)
    expect(other.of('saved')).toEqual([])
  })

  it('stores what has arrived before it closes with 1012', async () => {
    const room = await open()
    const peer = await raw(room, room.seat('s1'), 'pad.a1.s1')
    const doc = new Y.Doc()
    addNote(doc, { id: 'n1', text: 'last words' })
    peer.socket.send(updateFrame(Y.encodeStateAsUpdate(doc)))
    await until(() => room.docs.stats().connections === 1)
    await pause(30)
    await room.docs.drain()
    expect(await peer.closed).toBe(1012)
    expect(texts(await stored(room, 'pad.a1.s1'))).toEqual(['last words'])
    expect(await (await raw(room, 't-s1', 'pad.a1.s1')).closed).toBe(1012)
  })

  it('erases documents under the eyes of their writers', async () => {
    const room = await open()
    const peer = await join(room, room.seat('s1'), 'pad.a1.s1')
    addNote(peer.doc, { id: 'n1', text: 'gone' })
    await until(() => room.pads.length > 0)
    await room.docs.erase(WORKSHOP, ['pad.a1.s1', 'pad.a2.s1'])
    await until(() => peer.codes.includes(4403))
    expect(await room.docs.notes(WORKSHOP, 'pad.a1.s1')).toEqual([])
    expect(await room.docs.pads(WORKSHOP, 'a1')).toEqual([])
  })

  it('rejects a write that fails, and only spoils the document when it stopped half-way', async () => {
    const room = await open()
    const desk = await join(room, room.seat('f', 'facilitator'), BOARD)
    const early = room.docs.edit(WORKSHOP, BOARD, () => {
      throw new Error('before anything')
    })
    await expect(early).rejects.toThrow('before anything')
    expect(desk.codes).toEqual([])
    const late = room.docs.edit(WORKSHOP, BOARD, (doc) => {
      addNote(doc, { id: 'n1', text: 'half' })
      throw new Error('half-way')
    })
    await expect(late).rejects.toThrow('half-way')
    await until(() => desk.codes.includes(1013))
    expect(await room.docs.notes(WORKSHOP, BOARD)).toEqual([])
  })
})
