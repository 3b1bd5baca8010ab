// The promises about documents. Called by contract.ts.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { WorkshopGone } from './errors.ts'
import type { Store } from './store.ts'
import { makeWorkshop, textOf, updatesOf } from './contract-samples.ts'
import type { Bench } from './contract-samples.ts'

const WORDS = ['one ', 'two ', 'three ', 'four ', 'five ']

async function written(store: Store, words: string[], workshop = 'w1', doc = 'board.a1'): Promise<number[]> {
  return Promise.all(updatesOf(words).map((update) => store.docs.append(workshop, doc, update)))
}

export function docsContract(bench: Bench): void {
  test('a document never written is empty and has the number 0', async () => {
    expect(await bench.store().docs.load('w1', 'board.a1')).toEqual({ updates: [], seq: 0 })
  })

  test('appends are numbered 1, 2, 3 within each document, also when they are sent together', async () => {
    const { docs } = bench.store()
    const bytes = new Uint8Array([7])
    const together = await Promise.all([1, 2, 3].map(() => docs.append('w1', 'plan', bytes)))
    expect(together).toEqual([1, 2, 3])
    expect(await docs.append('w1', 'board.a1', bytes)).toBe(1)
    expect(await docs.append('w2', 'plan', bytes)).toBe(1)
  })

  test('what is appended to several documents at once is numbered in each, and is all there or not at all', async () => {
    const { docs } = bench.store()
    const [one, two] = [new Uint8Array([1]), new Uint8Array([2])]
    await docs.append('w1', 'pad.a1.s1', one)
    const seqs = await docs.appendAll('w1', [
      ['pad.a1.s1', two],
      ['board.a1', one],
      ['pad.a1.s1', one],
    ])
    expect(seqs).toEqual([2, 1, 3])
    const broken = docs.appendAll('w1', [
      ['pad.a1.s1', two],
      ['board.a1', null as never],
    ])
    await Promise.all([expect(broken).rejects.toThrow(), docs.append('w2', 'plan', two)])
    expect(await docs.load('w1', 'pad.a1.s1')).toEqual({ updates: [one, two, one], seq: 3 })
    expect(await docs.load('w1', 'board.a1')).toEqual({ updates: [one], seq: 1 })
    expect(await docs.load('w2', 'plan')).toEqual({ updates: [two], seq: 1 })
  })

  test('what was appended is loaded byte for byte, in order, after a reopening too', async () => {
    const sent = [
      new Uint8Array([0, 255, 1]),
      Buffer.from('a view of a pool').subarray(2),
      new Uint8Array(100_000).fill(3),
    ]
    await Promise.all(sent.map((update) => bench.store().docs.append('w1', 'plan', update)))
    const store = await bench.reopened()
    const { updates, seq, snapshot } = await store.docs.load('w1', 'plan')
    expect(updates).toEqual(sent.map((bytes) => new Uint8Array(bytes)))
    expect(seq).toBe(3)
    expect(snapshot).toBeUndefined()
    expect(await store.docs.append('w1', 'plan', new Uint8Array([1]))).toBe(4)
  })

  test('compact replaces the rows up to a number by one snapshot; later rows stay rows', async () => {
    const store = bench.store()
    await written(store, WORDS)
    await store.docs.compact('w1', 'board.a1', 3)
    const stored = await store.docs.load('w1', 'board.a1')
    expect(stored.snapshot).toBeInstanceOf(Uint8Array)
    expect(stored.updates).toHaveLength(2)
    expect(stored.seq).toBe(5)
    expect(textOf(stored)).toBe(WORDS.join(''))
    expect(textOf({ ...stored, updates: [] })).toBe('one two three ')
  })

  test('compacting all keeps the numbering, also over a reopening and a second compaction', async () => {
    await written(bench.store(), WORDS)
    await bench.store().docs.compact('w1', 'board.a1', 5)
    const store = await bench.reopened()
    expect(await store.docs.load('w1', 'board.a1')).toMatchObject({ updates: [], seq: 5 })
    expect(await store.docs.append('w1', 'board.a1', new Uint8Array([0, 0]))).toBe(6)
    await store.docs.compact('w1', 'board.a1', 99)
    expect(await store.docs.load('w1', 'board.a1')).toMatchObject({ updates: [], seq: 6 })
    expect(textOf(await store.docs.load('w1', 'board.a1'))).toBe(WORDS.join(''))
  })

  test('a compaction that comes late or finds nothing changes nothing', async () => {
    const { docs } = bench.store()
    await written(bench.store(), WORDS)
    await docs.compact('w1', 'board.a1', 4)
    const before = await docs.load('w1', 'board.a1')
    await docs.compact('w1', 'board.a1', 2)
    await docs.compact('w1', 'board.a1', 4)
    await docs.compact('w1', 'pad.a1.s1', 4)
    expect(await docs.load('w1', 'board.a1')).toEqual(before)
    expect(await docs.names('w1')).toEqual(['board.a1'])
  })

  test('a row appended while a compaction is under way is neither lost nor doubled', async () => {
    const { docs } = bench.store()
    const words = Array.from({ length: 60 }, (_, index) => `${index} `)
    const calls = updatesOf(words).map((update, index) => {
      const appended = docs.append('w1', 'board.a1', update)
      return index % 7 === 0 ? Promise.all([appended, docs.compact('w1', 'board.a1', index)]) : appended
    })
    await Promise.all(calls)
    const stored = await docs.load('w1', 'board.a1')
    expect(textOf(stored)).toBe(words.join(''))
    expect(stored.seq).toBe(60)
  })

  test('a compaction of what cannot be merged rejects and changes nothing', async () => {
    const { docs } = bench.store()
    const bytes = new Uint8Array([255, 255, 255])
    await docs.append('w1', 'plan', bytes)
    await expect(docs.compact('w1', 'plan', 1)).rejects.toMatchObject({
      name: 'DamagedDoc',
      workshop: 'w1',
      doc: 'plan',
    })
    expect(await docs.load('w1', 'plan')).toEqual({ updates: [bytes], seq: 1 })
  })

  test('a snapshot says what its rows said, whatever was typed and deleted by whom', async () => {
    const edit = fc.record({
      hand: fc.nat(2),
      at: fc.nat(40),
      cut: fc.nat(3),
      text: fc.string({ maxLength: 5 }),
    })
    const history = fc.tuple(fc.array(edit, { minLength: 1, maxLength: 30 }), fc.nat(30))
    let n = 0
    await fc.assert(
      fc.asyncProperty(history, async ([edits, upTo]) => {
        const { docs } = bench.store()
        const name = `pad.a1.h${n++}`
        const { updates, whole } = typed(edits)
        await Promise.all(updates.map((update) => docs.append('w1', name, update)))
        await docs.compact('w1', name, upTo)
        const { snapshot, updates: rest } = await docs.load('w1', name)
        const loaded = new Y.Doc()
        for (const bytes of [...(snapshot ? [snapshot] : []), ...rest]) Y.applyUpdate(loaded, bytes)
        expect(loaded.getText('t').toJSON()).toBe(whole.getText('t').toJSON())
        expect(Y.encodeStateVector(loaded)).toEqual(Y.encodeStateVector(whole))
      }),
      { numRuns: 40 },
    )
  })

  test('names lists the documents of that workshop alone, sorted', async () => {
    const { docs } = bench.store()
    for (const name of ['plan', 'board.a1', 'pad.a1.s1']) await docs.append('w1', name, new Uint8Array([1]))
    await docs.append('w2', 'board.a9', new Uint8Array([1]))
    expect(await docs.names('w1')).toEqual(['board.a1', 'pad.a1.s1', 'plan'])
    expect(await docs.names('w3')).toEqual([])
  })

  test('erase forgets these documents and no others', async () => {
    const store = bench.store()
    await written(store, WORDS, 'w1', 'pad.a1.s1')
    await written(store, WORDS, 'w1', 'pad.a1.s2')
    await written(store, WORDS, 'w2', 'pad.a1.s1')
    await store.docs.compact('w1', 'pad.a1.s1', 2)
    await store.docs.erase('w1', ['pad.a1.s1', 'never.written'])
    expect(await store.docs.load('w1', 'pad.a1.s1')).toEqual({ updates: [], seq: 0 })
    expect(await store.docs.names('w1')).toEqual(['pad.a1.s2'])
    expect(textOf(await store.docs.load('w2', 'pad.a1.s1'))).toBe(WORDS.join(''))
  })

  test('an erased workshop takes no document again', async () => {
    const store = bench.store()
    await store.workshops.create(makeWorkshop('w1'), [])
    await store.workshops.erase('w1')
    await expect(store.docs.append('w1', 'plan', new Uint8Array([1]))).rejects.toBeInstanceOf(WorkshopGone)
    expect(await store.docs.names('w1')).toEqual([])
  })
}

interface Edit {
  hand: number
  at: number
  cut: number
  text: string
}

/** Three hands take turns on one text, each seeing what was before; the updates in order and the document they make. */
function typed(edits: Edit[]): { updates: Uint8Array[]; whole: Y.Doc } {
  const whole = new Y.Doc()
  const updates: Uint8Array[] = []
  whole.on('update', (update: Uint8Array) => updates.push(update))
  for (const { hand, at, cut, text } of edits) {
    whole.clientID = hand + 1
    const words = whole.getText('t')
    const from = Math.min(at, words.length)
    whole.transact(() => {
      words.delete(from, Math.min(cut, words.length - from))
      words.insert(from, text)
    })
  }
  return { updates, whole }
}
