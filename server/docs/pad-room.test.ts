// What is known of the pads: nothing written while a pad is being read is lost, and one bad pad stops no other.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { handClock } from '../../tests/support/clock.ts'
import { addNote, notesOf, readNotes } from '../../shared/board/note.ts'
import { PadRoom } from './pad-room.ts'

function bench() {
  const pads = new Map<string, Y.Doc>()
  const clock = handClock()
  const broken = new Set<string>()
  let gate: Promise<void> | null = null
  const room = new PadRoom('w', 'a1', {
    clock,
    keyOf: async () => 'key',
    docs: {
      pads: async () => [...pads.keys()],
      async peek(_workshop, name) {
        if (broken.has(name)) throw new Error('damaged')
        return pads.get(name)!
      },
      async notes(_workshop, name) {
        const notes = readNotes(pads.get(name)!)
        await gate
        return notes
      },
    },
  })
  const write = (writer: string, id: string) => {
    const name = `pad.a1.${writer}`
    if (!pads.has(name)) pads.set(name, new Y.Doc())
    addNote(pads.get(name)!, { id, text: id })
  }
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    gate = promise
    return () => {
      gate = null
      resolve()
    }
  }
  const seen = () => [...room.sheets.values()].flatMap(({ notes }) => notes.map(({ id }) => id)).sort()
  return { room, pads, clock, broken, write, hold, seen }
}

describe('a room of pads', () => {
  it('reads all pads once, then those with news', async () => {
    const { room, write, seen } = bench()
    write('s1', 'a')
    write('s2', 'b')
    await room.gather()
    expect(seen()).toEqual(['a', 'b'])
    expect([...room.dirty].sort()).toEqual(['s1', 's2'])
    write('s1', 'c')
    await room.gather()
    expect(seen()).toEqual(['a', 'b'])
    room.touch('s1')
    await room.gather()
    expect(seen()).toEqual(['a', 'b', 'c'])
  })

  it('keeps as news what was written while the pad was being read', async () => {
    const { room, write, hold, seen } = bench()
    write('s1', 'a')
    await room.gather()
    room.touch('s1')
    const release = hold()
    const reading = room.gather()
    await new Promise((done) => setImmediate(done))
    write('s1', 'b')
    room.touch('s1')
    release()
    await reading
    expect(seen()).toEqual(['a'])
    room.take('s1')
    expect([...room.dirty]).toEqual(['s1'])
    await room.gather()
    expect(seen()).toEqual(['a', 'b'])
    room.take('s1')
    expect([...room.dirty]).toEqual([])
  })

  it('waits for reads that somebody else began', async () => {
    const { room, write, hold, seen } = bench()
    write('s1', 'a')
    const release = hold()
    const first = room.gather()
    await new Promise((done) => setImmediate(done))
    const second = room.gather().then(seen)
    release()
    expect(await second).toEqual(['a'])
    await first
  })

  it('goes on without a pad that cannot be read, and tries it again later', async () => {
    const { room, clock, broken, write, seen } = bench()
    write('s1', 'a')
    write('s2', 'b')
    broken.add('pad.a1.s1')
    await room.gather()
    expect(seen()).toEqual(['b'])
    broken.clear()
    await room.gather()
    expect(seen()).toEqual(['b'])
    await clock.wind(10_000)
    await room.gather()
    expect(seen()).toEqual(['a', 'b'])
  })

  it('knows what an author took away, and gives every note an id that tells nothing', async () => {
    const { room, pads, write } = bench()
    write('s1', 'a')
    write('s1', 'b')
    write('s2', 'a')
    notesOf(pads.get('pad.a1.s1')!).delete('a')
    await room.gather()
    expect(room.sheets.get('s1')!.gone).toEqual(['a'])
    const ids = [room.idOf('s1', 'a'), room.idOf('s1', 'b'), room.idOf('s2', 'a')]
    expect(new Set(ids).size).toBe(3)
    for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/)
  })
})
