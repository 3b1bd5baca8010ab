// One document under a hand-wound clock: windows, heartbeats, budgets, strikes, slow readers, presence, letting go.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { handClock } from '../../tests/support/clock.ts'
import { moodyStore, WORKSHOP } from '../../tests/support/doc-room.ts'
import { FakeSocket } from '../../tests/support/fake-socket.ts'
import { addNote, noteMap, readNotes } from '../../shared/board/note.ts'
import { parseDocName } from '../../shared/ids.ts'
import type { Role } from '../../shared/wire.ts'
import { createDocs } from './docs.ts'
import { HEARTBEAT, parseFrame, presenceFrame, readPresence, step1Frame, updateFrame } from './frames.ts'
import { quietHooks } from '../../tests/support/hooks.ts'

const BOARD = 'board.a1'
const PAD = 'pad.a1.s1'

function bench() {
  const clock = handClock()
  const store = moodyStore()
  const hooks = quietHooks((_, seat) => (seat.role === 'wall' ? 'read' : 'write'))
  const docs = createDocs({ store, clock, log: () => undefined, hooks })
  /** A connection that has sent its step 1 and got its answer. */
  const join = async (name: string, id: string, role: Role = 'participant') => {
    const socket = new FakeSocket()
    const at = { workshop: WORKSHOP, doc: name, ref: parseDocName(name)!, seat: { id, role }, saved: false }
    docs.connect(socket.ws, at)
    await until(clock, () => socket.code !== null || socket.frames.length > 0)
    socket.says(step1Frame(Uint8Array.of(0)))
    return socket
  }
  return { clock, store, docs, join }
}

/** Real time passes for the store, none by the clock. */
async function until(clock: ReturnType<typeof handClock>, is: () => boolean): Promise<void> {
  for (let turn = 0; !is(); turn++) {
    if (turn > 2000) throw new Error('it did not come true')
    await clock.wind(0)
  }
}

/** The same typist, one update for each call. */
function typist(): (text: string) => Uint8Array {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  let n = 0
  return (text) => {
    doc.transact(() => addNote(doc, { id: `n${n++}`, text }))
    return updateFrame(updates.pop()!)
  }
}

const presence = (client: number, clock: number, state: unknown) =>
  presenceFrame([{ client, clock, state: JSON.stringify(state) }])

describe('a document', () => {
  it('shows at once when it was quiet, then one frame a window', async () => {
    const { clock, docs, join } = bench()
    const [a, b] = [await join(BOARD, 'f', 'facilitator'), await join(BOARD, 'w', 'wall')]
    const type = typist()
    await clock.wind(100)
    a.says(type('one'))
    await until(clock, () => b.of('update').length === 1)
    for (const text of ['two', 'three', 'four']) a.says(type(text))
    await clock.wind(15)
    expect(b.of('update')).toHaveLength(1)
    await clock.wind(1)
    await until(clock, () => b.of('update').length === 2)
    // Its sender gets the same frames: they are its acknowledgement.
    expect(a.of('update').map(({ update }) => update)).toEqual(b.of('update').map(({ update }) => update))
    const seen = new Y.Doc()
    for (const { update } of b.of('update')) Y.applyUpdate(seen, update)
    expect(readNotes(seen).map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four'])
    await docs.drain()
  })

  it('gives a sign of life every 20 s, and drops who gives none', async () => {
    const { clock, docs, join } = bench()
    const [alive, dead] = [await join(PAD, 's1'), await join(PAD, 's1')]
    const before = alive.frames.length
    for (let beat = 1; beat <= 4; beat++) {
      await clock.wind(19_999)
      expect(alive.frames.length - before).toBe(beat - 1)
      await clock.wind(1)
      // Only whoever has been silent since the last one is asked for theirs.
      expect(alive.pings).toBe(Math.floor(beat / 2))
      if (beat % 2 === 0) alive.emit('pong')
    }
    expect(alive.frames.slice(before)).toEqual(Array(4).fill(parseFrame(HEARTBEAT)))
    expect(dead.pings).toBe(1)
    expect([alive.terminated, dead.terminated]).toEqual([false, true])
    expect(docs.stats()).toMatchObject({ docs: 1, connections: 1 })
    await docs.drain()
  })

  it('closes what is unreadable, a text frame too, and what is too large', async () => {
    const { docs, join } = bench()
    const closedBy = async (bytes: Uint8Array | string) => {
      const socket = await join(PAD, 's1')
      socket.says(bytes)
      return socket.code
    }
    expect(await closedBy('hello')).toBe(1003)
    expect(await closedBy(Uint8Array.of(0, 9, 9))).toBe(1003)
    expect(await closedBy(Uint8Array.of(0, 0, 2, 5, 200))).toBe(1003)
    expect(await closedBy(updateFrame(new Uint8Array(256 * 1024 + 1)))).toBe(4413)
    await docs.drain()
  })

  it('keeps a pad within its size as it is, not as all that ever went in', async () => {
    const { clock, docs, join } = bench()
    const socket = await join(PAD, 's1')
    const doc = new Y.Doc()
    const send = async (change: () => void) => {
      doc.once('update', (update: Uint8Array) => socket.says(updateFrame(update)))
      doc.transact(change)
      await clock.wind(100)
      await docs.notes(WORKSHOP, PAD)
    }
    const long = { id: 'n', text: 'x'.repeat(30_000) }
    for (let i = 0; i < 5; i++) await send(() => addNote(doc, long))
    expect(socket.code).toBe(null)
    for (const id of ['m1', 'm2']) await send(() => addNote(doc, { ...long, id }))
    expect(socket.code).toBe(4413)
    await docs.drain()
  })

  it('slows a seat down that says too much, over all its devices', async () => {
    const { clock, docs, join } = bench()
    const [a, b] = [await join(PAD, 's1'), await join(PAD, 's1')]
    for (let i = 0; i < 29; i++) for (const device of [a, b]) device.says(HEARTBEAT)
    expect([a.code, b.code]).toEqual([null, null])
    b.says(HEARTBEAT)
    expect([a.code, b.code]).toEqual([null, 4529])
    await clock.wind(1000)
    for (let i = 0; i < 30; i++) a.says(HEARTBEAT)
    expect(a.code).toBe(null)
    const desk = await join(BOARD, 'f', 'facilitator')
    for (let i = 0; i < 200; i++) desk.says(HEARTBEAT)
    expect(desk.code).toBe(null)
    await docs.drain()
  })

  it('asks who runs ahead for what is missing, until there were too many', async () => {
    const { clock, docs, join } = bench()
    const socket = await join(PAD, 's1')
    const type = typist()
    const first = type('one')
    const asked = socket.of('step1').length
    socket.says(type('two'))
    await until(clock, () => socket.of('step1').length === asked + 1)
    socket.says(first)
    await clock.wind(1000)
    type('skipped')
    const ahead = type('ahead')
    for (let i = 0; i < 19; i++) {
      socket.says(ahead)
      await clock.wind(1000)
    }
    expect(socket.code).toBe(null)
    socket.says(ahead)
    await clock.wind(1000)
    expect(socket.code).toBe(4529)
    expect((await docs.notes(WORKSHOP, PAD)).map(({ text }) => text)).toEqual(['one'])
    await docs.drain()
  })

  it('answers a step 1 asked again and again only now and then', async () => {
    const { clock, docs, join } = bench()
    const socket = await join(PAD, 's1')
    for (let i = 0; i < 20; i++) socket.says(step1Frame(Uint8Array.of(0)))
    expect(socket.of('step2')).toHaveLength(3)
    await clock.wind(5000)
    expect(socket.of('step2')).toHaveLength(4)
    await docs.drain()
  })

  it('lets five devices of a seat in, and no sixth', async () => {
    const { docs, join } = bench()
    const devices = await Promise.all(Array.from({ length: 5 }, () => join(PAD, 's1')))
    expect((await join(PAD, 's1')).code).toBe(4529)
    expect((await join(PAD, 's2')).code).toBe(null)
    devices[0]!.terminate()
    expect((await join(PAD, 's1')).code).toBe(null)
    await docs.drain()
  })
})

describe('a failing disk', () => {
  it('shows nothing of what it lost to one who joins at that very moment', async () => {
    for (let turns = 0; turns < 12; turns++) {
      const { docs, store, join } = bench()
      await join(BOARD, 'f', 'facilitator')
      store.hold()
      const lost = docs.edit(WORKSHOP, BOARD, (doc) => addNote(doc, { id: 'n', text: 'lost' }))
      await Promise.resolve()
      store.fail(true)
      store.release()
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      const late = new FakeSocket()
      const seat = { id: 'c', role: 'scribe' as const }
      const at = { workshop: WORKSHOP, doc: BOARD, ref: parseDocName(BOARD)!, seat, saved: false }
      docs.connect(late.ws, at)
      late.says(step1Frame(Uint8Array.of(0)))
      await expect(lost).rejects.toThrow('disk full')
      for (const { update } of late.of('step2')) expect(update).toEqual(Uint8Array.of(0, 0))
      store.fail(false)
      await docs.drain()
    }
  })
})

describe('a slow reader', () => {
  async function slow() {
    const made = bench()
    const [desk, wall] = [await made.join(BOARD, 'f', 'facilitator'), await made.join(BOARD, 'w', 'wall')]
    const type = typist()
    const say = async (text: string) => {
      const before = desk.of('update').length
      desk.says(type(text))
      await made.clock.wind(50)
      await until(made.clock, () => desk.of('update').length > before)
    }
    return { ...made, desk, wall, say }
  }

  it('is left out above 1 MB, and gets what it missed once it has caught up', async () => {
    const { clock, docs, wall, say } = await slow()
    wall.bufferedAmount = 1024 * 1024 + 1
    await say('the last it was sent')
    await say('missed')
    await say('missed too')
    expect(wall.of('update')).toHaveLength(1)
    wall.bufferedAmount = 1000
    await clock.wind(250)
    expect(wall.of('update')).toHaveLength(2)
    await say('after')
    const seen = new Y.Doc()
    for (const { update } of wall.of('update')) Y.applyUpdate(seen, update)
    expect(readNotes(seen)).toHaveLength(4)
    // Only what it missed was sent again.
    expect(wall.of('update')[1]!.update.length).toBeLessThan(Y.encodeStateAsUpdate(seen).length * 0.7)
    await docs.drain()
  })

  it('is closed with 1013 after 10 s without progress, and not while it progresses', async () => {
    const { clock, docs, wall, say } = await slow()
    wall.bufferedAmount = 2_000_000
    await say('one')
    for (let i = 0; i < 4; i++) {
      await clock.wind(9000)
      wall.bufferedAmount -= 1000
    }
    expect(wall.code).toBe(null)
    await clock.wind(11_000)
    expect(wall.code).toBe(1013)
    await docs.drain()
  })
})

describe('presence', () => {
  const said = (socket: FakeSocket) => socket.of('presence').flatMap(({ states }) => readPresence(states)!)

  it('goes between trusted writers of a board, coalesced, and leaves phones and walls alone', async () => {
    const { clock, docs, join } = bench()
    const [a, b] = [await join(BOARD, 'f', 'facilitator'), await join(BOARD, 'c', 'scribe')]
    const wall = await join(BOARD, 'w', 'wall')
    const quiet = said(wall).length
    a.says(presence(1, 1, { at: 1 }))
    expect(said(b)).toEqual([{ client: 1, clock: 1, state: '{"at":1}' }])
    for (let i = 2; i < 9; i++) a.says(presence(1, i, { at: i }))
    await clock.wind(80)
    expect(said(b).at(-1)).toEqual({ client: 1, clock: 8, state: '{"at":8}' })
    expect(said(b)).toHaveLength(2)
    wall.says(presence(9, 1, { at: 9 }))
    await clock.wind(80)
    expect(said(a).some(({ client }) => client === 9)).toBe(false)
    expect(said(wall)).toHaveLength(quiet)
    await docs.drain()
  })

  it('forwards no unchanged heartbeat but keeps it alive, and takes nobody’s word about others', async () => {
    const { clock, docs, join } = bench()
    const [a, b] = [await join(BOARD, 'f', 'facilitator'), await join(BOARD, 'c', 'scribe')]
    a.says(presence(1, 1, { at: 1 }))
    b.says(presence(2, 1, { at: 2 }))
    await clock.wind(100)
    const before = said(b).length
    a.says(presence(1, 2, { at: 1 }))
    b.says(presence(1, 2 ** 40, null))
    b.says(presence(1, 3, { at: 'forged' }))
    b.says(presenceFrame([{ client: 2, clock: 2, state: '{broken' }]))
    b.says(presence(2, 3, 'x'.repeat(2000)))
    await clock.wind(100)
    expect(said(b)).toHaveLength(before)
    await clock.wind(20_000)
    expect(said(b).slice(before)).toEqual([
      { client: 1, clock: 2, state: '{"at":1}' },
      { client: 2, clock: 1, state: '{"at":2}' },
    ])
    await docs.drain()
  })

  it('tells newcomers who is there, and the others who has left', async () => {
    const { clock, docs, join } = bench()
    const a = await join(BOARD, 'f', 'facilitator')
    a.says(presence(1, 5, { at: 1 }))
    const b = await join(BOARD, 'c', 'scribe')
    expect(said(b)).toEqual([{ client: 1, clock: 5, state: '{"at":1}' }])
    await clock.wind(100)
    a.terminate()
    expect(said(b).at(-1)).toEqual({ client: 1, clock: 5, state: 'null' })
    await docs.drain()
  })
})

describe('letting go', () => {
  it('unloads some seconds after the last one left, and merges the rows', async () => {
    const { clock, docs, store, join } = bench()
    const socket = await join(PAD, 's1')
    const type = typist()
    for (const text of ['one', 'two', 'three']) {
      socket.says(type(text))
      await clock.wind(50)
      await docs.notes(WORKSHOP, PAD)
    }
    socket.terminate()
    await clock.wind(5000)
    expect(docs.stats()).toMatchObject({ docs: 1, connections: 0 })
    await clock.wind(10_000)
    expect(docs.stats()).toMatchObject({ docs: 0, connections: 0 })
    const rows = async () => (await store.docs.load(WORKSHOP, PAD)).updates.length
    while ((await rows()) > 0) await clock.wind(0)
    expect((await docs.notes(WORKSHOP, PAD)).map(({ text }) => text)).toEqual(['one', 'two', 'three'])
    await docs.drain()
  })

  it('merges 500 rows while it runs', async () => {
    const { clock, docs, store } = bench()
    await docs.edit(WORKSHOP, BOARD, (doc) => addNote(doc, { id: 'n', text: 'moves' }))
    for (let i = 0; i < 520; i++) {
      const done = docs.edit(WORKSHOP, BOARD, (doc) => noteMap(doc, 'n')!.set('at', [i / 1000, 0]))
      await clock.wind(16)
      await done
    }
    const { snapshot, updates } = await store.docs.load(WORKSHOP, BOARD)
    expect(snapshot).toBeDefined()
    expect(updates.length).toBeLessThan(50)
    expect((await docs.notes(WORKSHOP, BOARD))[0]!.at).toEqual([0.519, 0])
    await docs.drain()
  })
})
