// Pads to boards through real documents: secrecy before reveal, one transaction, removals that last, moderation.
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { docRoom, moodyStore, pause, raw, synced, until, WORKSHOP } from '../../tests/support/doc-room.ts'
import type { DocRoom, MoodyStore } from '../../tests/support/doc-room.ts'
import { addNote, noteMap, notesOf, readNotes, spliceText } from '../../shared/board/note.ts'
import { parseDocName } from '../../shared/ids.ts'
import { FakeSocket } from '../../tests/support/fake-socket.ts'
import { updateFrame } from './frames.ts'
import { systemClock } from '../clock.ts'
import type { Projection, Rules } from './ports.ts'
import { createProjection } from './projection.ts'

const BOARD = 'board.a1'

interface Stage {
  room: DocRoom
  projection: Projection
  rules: Rules
  /** Writes on a pad as its writer would. */
  write(writer: string, fn: (doc: Y.Doc) => void): Promise<void>
  board(): Promise<string[]>
}

const stages: Stage[] = []

async function stage(mode: Rules['mode'], store: MoodyStore = moodyStore()): Promise<Stage> {
  const late: { projection?: Projection } = {}
  const room = await docRoom({
    store,
    onPad: (...pad) => late.projection!.markDirty(...pad),
    onWritten: (...news) => late.projection!.written(...news),
  })
  const rules: Rules = { activity: 'a1', mode, noteLength: 140 }
  const keyOf = async () => 'the secret of the workshop'
  const projection = createProjection({ docs: room.docs, clock: systemClock(), rules: () => rules, keyOf })
  late.projection = projection
  const made: Stage = {
    room,
    projection,
    rules,
    write: (writer, fn) => room.docs.edit(WORKSHOP, `pad.a1.${writer}`, fn),
    board: async () => (await room.docs.notes(WORKSHOP, BOARD)).map(({ text }) => text).sort(),
  }
  stages.push(made)
  return made
}

afterEach(async () => {
  for (const { room, projection } of stages.splice(0)) {
    projection.stop()
    await room.close()
  }
})

const note = (id: string, text: string) => (doc: Y.Doc) => addNote(doc, { id, text })

describe('projection onto a board', () => {
  it('carries a live pad to the wall, keystrokes and removals too', async () => {
    const { room, write, board } = await stage('live')
    room.rights.set('w board.a1', 'read')
    const wall = await synced(room, room.seat('w', 'wall'), BOARD)
    const phone = await synced(room, room.seat('s1'), 'pad.a1.s1')
    addNote(phone.doc, { id: 'n1', text: 'he' })
    await until(() => readNotes(wall.doc).length === 1)
    spliceText(noteMap(phone.doc, 'n1')!.get('text') as Y.Text, 'hello')
    await until(() => readNotes(wall.doc)[0]?.text === 'hello')
    await write('s2', note('n1', 'from another'))
    await until(() => readNotes(wall.doc).length === 2)
    notesOf(phone.doc).delete('n1')
    await until(() => readNotes(wall.doc).length === 1)
    expect(await board()).toEqual(['from another'])
    // Neither the pad nor its writer shows in what the wall was given.
    expect(Buffer.from(Y.encodeStateAsUpdate(wall.doc)).includes('s2')).toBe(false)
    phone.leave()
    wall.leave()
  })

  it('is stored with the pad it comes from, in one append, and neither is shown where that fails', async () => {
    const store = moodyStore()
    const { room, write, board } = await stage('live', store)
    room.rights.set('w board.a1', 'read')
    const wall = await raw(room, room.seat('w', 'wall'), BOARD)
    await write('s1', note('n1', 'first'))
    await until(() => wall.of('update').length === 1)
    const before = store.appends
    await write('s1', note('n2', 'second'))
    expect(store.appends).toBe(before + 1)
    await until(() => wall.of('update').length === 2)
    expect(await board()).toEqual(['first', 'second'])
    store.fail(true)
    await expect(write('s1', note('n3', 'lost'))).rejects.toThrow()
    store.fail(false)
    expect(wall.of('update')).toHaveLength(2)
    await write('s2', note('n1', 'third'))
    await until(async () => (await board()).length === 3)
    expect(await board()).toEqual(['first', 'second', 'third'])
  })

  it('an erased pad is forgotten also where it was written on in the same moment', async () => {
    const store = moodyStore()
    const { room, rules, projection, write } = await stage('live', store)
    await write('s1', note('n1', 'first'))
    await until(async () => (await projection.counts(WORKSHOP, 'a1')).onBoard === 1)
    rules.mode = 'sealed'
    store.hold()
    const writing = write('s1', note('n2', 'on its way'))
    const erasing = room.docs.erase(WORKSHOP, ['pad.a1.s1'])
    store.release()
    await Promise.allSettled([writing, erasing])
    expect((await projection.counts(WORKSHOP, 'a1')).waiting).toBe(0)
  })

  it('keeps sealed pads off the board, then reveals all of them in one frame (S12, S13)', async () => {
    const { room, projection, rules, write, board } = await stage('sealed')
    await room.docs.edit(WORKSHOP, BOARD, note('seed', 'centre'))
    room.rights.set('w board.a1', 'read')
    const wall = await raw(room, room.seat('w', 'wall'), BOARD)
    for (let i = 0; i < 30; i++) await write(`s${i}`, note('n1', `canary ${i}`))
    await pause(400)
    expect(await board()).toEqual(['centre'])
    expect(
      wall.frames.some((frame) => 'update' in frame && Buffer.from(frame.update).includes('canary')),
    ).toBe(false)
    expect(await projection.counts(WORKSHOP, 'a1')).toEqual({ onBoard: 1, waiting: 30 })
    await projection.projectNow(WORKSHOP, 'a1')
    rules.mode = 'live'
    await until(() => wall.of('update').length === 1)
    const seen = new Y.Doc()
    for (const { update } of [...wall.of('step2'), ...wall.of('update')]) Y.applyUpdate(seen, update)
    expect(readNotes(seen)).toHaveLength(31)
    await pause(300)
    expect(wall.of('update')).toHaveLength(1)
    expect(await projection.counts(WORKSHOP, 'a1')).toEqual({ onBoard: 31, waiting: 0 })
    wall.socket.close()
  })

  it('reveals also what had arrived but was not stored yet', async () => {
    const { room, projection, board } = await stage('sealed')
    const phone = new FakeSocket()
    const at = { workshop: WORKSHOP, doc: 'pad.a1.s1', ref: parseDocName('pad.a1.s1')!, saved: false }
    room.docs.connect(phone.ws, { ...at, seat: { id: 's1', role: 'participant' } })
    await until(() => phone.of('step1').length === 1)
    const typed = new Y.Doc()
    typed.on('update', (update: Uint8Array) => phone.says(updateFrame(update)))
    typed.transact(() => addNote(typed, { id: 'n1', text: 'n1' }))
    await until(async () => (await projection.counts(WORKSHOP, 'a1')).waiting === 1)
    room.store.hold()
    for (const id of ['n2', 'n3']) typed.transact(() => addNote(typed, { id, text: id }))
    const revealed = projection.projectNow(WORKSHOP, 'a1')
    room.store.release()
    await revealed
    expect(await board()).toEqual(['n1', 'n2', 'n3'])
  })

  it('shows what was written while sealed once its step lets it, without being told', async () => {
    const { rules, write, board } = await stage('sealed')
    await write('s1', note('n1', 'one'))
    await write('s2', note('n1', 'two'))
    rules.mode = 'live'
    await until(async () => (await board()).length === 2)
    rules.mode = 'off'
    await write('s1', note('n2', 'after the bell'))
    await pause(400)
    expect(await board()).toEqual(['one', 'two'])
    rules.activity = 'a2'
    rules.mode = 'live'
    await pause(400)
    expect(await board()).toEqual(['one', 'two'])
  })

  it('asks the step at the moment of writing, and keeps for later what it may not show', async () => {
    const { room, rules, write, board } = await stage('sealed')
    await write('s1', note('n1', 'not yet'))
    room.store.hold()
    const busy = room.docs.edit(WORKSHOP, BOARD, note('seed', 'centre'))
    rules.mode = 'live'
    await pause(400)
    rules.mode = 'sealed'
    room.store.release()
    await busy
    await pause(400)
    expect(await board()).toEqual(['centre'])
    rules.mode = 'live'
    await until(async () => (await board()).length === 2)
  })

  it('reveals pads of before a restart, together with those of after', async () => {
    const store = moodyStore()
    const before = await stage('sealed', store)
    await before.write('s1', note('n1', 'before'))
    before.projection.stop()
    await before.room.docs.drain()
    const after = await stage('live', store)
    await after.write('s2', note('n1', 'after'))
    await until(async () => (await after.board()).length > 0)
    expect(await after.board()).toEqual(['after', 'before'])
    expect((await store.docs.load(WORKSHOP, BOARD)).updates).toHaveLength(1)
  })

  it('never brings back what the desk removed, also after a restart (S14)', async () => {
    const store = moodyStore()
    const first = await stage('live', store)
    await first.write('s1', (doc) => ['n1', 'n2'].forEach((id) => addNote(doc, { id, text: id })))
    await until(async () => (await first.board()).length === 2)
    const [gone] = (await first.room.docs.notes(WORKSHOP, BOARD)).filter(({ text }) => text === 'n1')
    await first.room.docs.edit(WORKSHOP, BOARD, (doc) => notesOf(doc).delete(gone!.id))
    await first.write('s1', (doc) => spliceText(noteMap(doc, 'n1')!.get('text') as Y.Text, 'n1 again'))
    await first.projection.projectNow(WORKSHOP, 'a1')
    expect(await first.board()).toEqual(['n2'])
    expect(await first.projection.counts(WORKSHOP, 'a1')).toEqual({ onBoard: 1, waiting: 0 })
    await first.room.docs.drain()
    const second = await stage('live', store)
    await second.projection.projectNow(WORKSHOP, 'a1')
    expect(await second.board()).toEqual(['n2'])
  })

  it('brings back what its author took away and wants again', async () => {
    const { write, board } = await stage('live')
    await write('s1', note('n1', 'one'))
    await until(async () => (await board()).length === 1)
    await write('s1', (doc) => notesOf(doc).delete('n1'))
    await until(async () => (await board()).length === 0)
    await write('s1', note('n1', 'one after all'))
    await until(async () => (await board()).length === 1)
    expect(await board()).toEqual(['one after all'])
  })

  it('keeps off a text that a desk rewrote', async () => {
    const { room, projection, write, board } = await stage('live')
    await write('s1', note('n1', 'as written'))
    await until(async () => (await board()).length === 1)
    const desk = await synced(room, room.seat('f', 'facilitator'), BOARD)
    const [only] = readNotes(desk.doc)
    spliceText(noteMap(desk.doc, only!.id)!.get('text') as Y.Text, 'as edited')
    await until(() => readNotes(desk.doc)[0]?.own === true)
    await write('s1', (doc) => spliceText(noteMap(doc, 'n1')!.get('text') as Y.Text, 'as written later'))
    await projection.projectNow(WORKSHOP, 'a1')
    expect(await board()).toEqual(['as edited'])
    desk.leave()
  })

  it('shows moderated notes one by one, in the order they were written', async () => {
    const { projection, write, board } = await stage('moderated')
    for (const [writer, text] of [
      ['s2', 'first'],
      ['s1', 'second'],
      ['s1', 'third'],
    ] as const) {
      await write(writer, note(`n-${text}`, text))
      await projection.counts(WORKSHOP, 'a1')
    }
    await write('s3', (doc) => {
      addNote(doc, { id: 'blank', text: ' ' })
      addNote(doc, { id: 'long', text: 'x'.repeat(141) })
      addNote(doc, { id: 'longer', text: 'x'.repeat(600) })
      addNote(doc, { id: 'child', text: 'child', under: 'parent' })
      addNote(doc, { id: 'parent', text: 'parent' })
    })
    const queue = await projection.queue(WORKSHOP, 'a1')
    expect(queue.map(({ text }) => text)).toEqual(['first', 'second', 'third', 'child', 'parent'])
    expect(await projection.approve(WORKSHOP, 'a1', queue[1]!.id)).toBe(true)
    expect(await projection.approve(WORKSHOP, 'a1', queue[1]!.id)).toBe(false)
    expect(await projection.approve(WORKSHOP, 'a1', 'nothing')).toBe(false)
    for (const { id, text } of queue) if (text !== 'first') await projection.approve(WORKSHOP, 'a1', id)
    expect(await board()).toEqual(['child', 'parent', 'second', 'third'])
    expect(await projection.counts(WORKSHOP, 'a1')).toEqual({ onBoard: 4, waiting: 1 })
    await write('s1', (doc) => spliceText(noteMap(doc, 'n-second')!.get('text') as Y.Text, 'second, better'))
    await until(async () => (await board()).includes('second, better'))
  })

  it('lays a child under its parent on the board, and tells authors to those who may know', async () => {
    const { room, projection, write } = await stage('live')
    await write('s1', (doc) => {
      addNote(doc, { id: 'p', text: 'parent' })
      addNote(doc, { id: 'c', text: 'child', under: 'p' })
    })
    await projection.projectNow(WORKSHOP, 'a1')
    const notes = await room.docs.notes(WORKSHOP, BOARD)
    const parent = notes.find(({ text }) => text === 'parent')!
    const child = notes.find(({ text }) => text === 'child')!
    expect(child.under).toBe(parent.id)
    expect(await projection.authors(WORKSHOP, 'a1')).toEqual({ [parent.id]: 's1', [child.id]: 's1' })
    await room.docs.erase(WORKSHOP, ['pad.a1.s1'])
    expect(await projection.authors(WORKSHOP, 'a1')).toEqual({})
  })

  it('tries again when the board could not be stored', async () => {
    const { room, projection, write, board } = await stage('sealed')
    await write('s1', note('n1', 'patient'))
    room.store.fail(true)
    await expect(projection.projectNow(WORKSHOP, 'a1')).rejects.toThrow('disk full')
    room.store.fail(false)
    await projection.projectNow(WORKSHOP, 'a1')
    expect(await board()).toEqual(['patient'])
  })

  it('carries 200 writers of five notes each, each once, in few frames', async () => {
    const { room, projection, write, board } = await stage('live')
    room.rights.set('w board.a1', 'read')
    const wall = await raw(room, room.seat('w', 'wall'), BOARD)
    for (let n = 0; n < 5; n++)
      await Promise.all(Array.from({ length: 200 }, (_, i) => write(`s${i}`, note(`n${n}`, `${i} ${n}`))))
    await until(async () => (await board()).length === 1000, 20_000)
    expect(new Set(await board()).size).toBe(1000)
    expect(wall.of('update').length).toBeLessThan(200)
    expect((await room.docs.peek(WORKSHOP, BOARD)).store.clients.size).toBe(1)
    expect(await projection.counts(WORKSHOP, 'a1')).toEqual({ onBoard: 1000, waiting: 0 })
    wall.socket.close()
  })
})
