// Projection: who owns what, and that repeating it, in any order of pads, changes nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, noteMap, notesOf, readNotes, TONES, wasRemoved, type Note } from './note.ts'
import { applyEdits, project, type ProjectInput, type Sheet } from './project.ts'

const note = (id: string, text = id, more: Partial<Note> = {}): Note => ({
  id,
  text,
  tone: 'craie',
  at: [0.5, 0.5],
  order: '',
  ...more,
})

const base = (more: Partial<ProjectInput>): ProjectInput => ({
  pads: [],
  board: [],
  removed: () => false,
  idOf: (writer, id) => `${writer}_${id}`,
  most: 100,
  noteLength: 140,
  mode: 'live',
  place: (i) => [i / 1000, 0.5],
  ...more,
})

/** Projects onto a real document and reads it back. */
function onto(doc: Y.Doc, pads: Sheet[], more: Partial<ProjectInput> = {}): Note[] {
  const input = base({ pads, board: readNotes(doc), removed: (id) => wasRemoved(doc, id), ...more })
  doc.transact(() => applyEdits(doc, project(input)))
  return readNotes(doc)
}

describe('names on notes', () => {
  const pads: Sheet[] = [
    { writer: 's1', notes: [note('n', 'Un four', { fields: { by: 'Omar', proof: 'vu' } })] },
  ]

  it('come from the seat where the activity shows them, and never from what a pad says', () => {
    const [named] = onto(new Y.Doc(), pads, { nameOf: () => 'Léa' })
    expect(named!.fields).toEqual({ by: 'Léa', proof: 'vu' })
    expect(onto(new Y.Doc(), pads)[0]!.fields).toEqual({ proof: 'vu' })
    expect(onto(new Y.Doc(), pads, { nameOf: () => undefined })[0]!.fields).toEqual({ proof: 'vu' })
  })
})

describe('projection', () => {
  it('lays new notes behind the last one, at their place, under what their author chose', () => {
    const doc = new Y.Doc()
    addNote(doc, { id: 'seed', text: 'centre', order: 'a5' })
    const pad = { writer: 's1', notes: [note('b', 'two', { under: 'seed', tone: 'ciel' }), note('a', 'one')] }
    const [seed, first, second] = onto(doc, [pad])
    expect(seed).toMatchObject({ id: 'seed', order: 'a5' })
    expect(first).toMatchObject({ id: 's1_a', text: 'one', at: [0.001, 0.5], order: 'a6' })
    expect(second).toMatchObject({ id: 's1_b', text: 'two', under: 'seed', tone: 'ciel', order: 'a7' })
  })

  it('takes over a parent on the same pad under its board id, and fields', () => {
    const pad = { writer: 's1', notes: [note('a'), note('b', 'b', { under: 'a', fields: { owner: 'Léa' } })] }
    const notes = onto(new Y.Doc(), [pad])
    expect(notes[1]).toMatchObject({ id: 's1_b', under: 's1_a', fields: { owner: 'Léa' } })
  })

  it('carries text, colour and fields, and keeps off place, parent, order and hiding', () => {
    const doc = new Y.Doc()
    onto(doc, [{ writer: 's1', notes: [note('a', 'old')] }])
    const map = noteMap(doc, 's1_a')!
    doc.transact(() => {
      map.set('at', [0.9, 0.9])
      map.set('under', 'g')
      map.set('order', 'zz')
      map.set('hidden', true)
    })
    const changed = note('a', 'new', { tone: 'lilas', at: [0, 0], fields: { n: 2 } })
    const [after] = onto(doc, [{ writer: 's1', notes: [changed] }])
    expect(after).toMatchObject({ text: 'new', tone: 'lilas', fields: { n: 2 } })
    expect(after).toMatchObject({ at: [0.9, 0.9], under: 'g', order: 'zz', hidden: true })
  })

  it('leaves alone a note that the desk made its own, even when its author takes it back', () => {
    const doc = new Y.Doc()
    onto(doc, [{ writer: 's1', notes: [note('a', 'old')] }])
    noteMap(doc, 's1_a')!.set('own', true)
    expect(onto(doc, [{ writer: 's1', notes: [note('a', 'new')] }])[0]!.text).toBe('old')
    expect(onto(doc, [{ writer: 's1', notes: [], gone: ['a'] }])).toHaveLength(1)
  })

  it('never brings back what was removed on the board (S14)', () => {
    const doc = new Y.Doc()
    const pads = [{ writer: 's1', notes: [note('a')] }]
    onto(doc, pads)
    notesOf(doc).delete('s1_a')
    expect(onto(doc, pads)).toEqual([])
  })

  it('removes what its author took away, from the leaves up, but nothing that others lie under', () => {
    const doc = new Y.Doc()
    const notes = [note('p'), note('c', 'c', { under: 'p' }), note('q')]
    onto(doc, [{ writer: 's1', notes }])
    addNote(doc, { id: 'desk', text: 'desk', under: 's1_q' })
    const left = onto(doc, [{ writer: 's1', notes: [], gone: ['p', 'c', 'q'] }])
    expect(left.map(({ id }) => id).sort()).toEqual(['desk', 's1_q'])
  })

  it('projects neither blank nor over-long texts, and keeps the last good one of a note that grew too long', () => {
    const doc = new Y.Doc()
    expect(onto(doc, [{ writer: 's1', notes: [note('a', ' \n'), note('b', 'x'.repeat(141))] }])).toEqual([])
    onto(doc, [{ writer: 's1', notes: [note('b', 'fits')] }])
    expect(onto(doc, [{ writer: 's1', notes: [note('b', 'x'.repeat(141))] }])[0]!.text).toBe('fits')
    expect(onto(doc, [{ writer: 's1', notes: [note('b', '')] }])[0]!.text).toBe('')
  })

  it('adds nothing when moderated, but follows what was approved', () => {
    const doc = new Y.Doc()
    onto(doc, [{ writer: 's1', notes: [note('a')] }])
    const pads = [{ writer: 's1', notes: [note('a', 'better'), note('b')] }]
    expect(onto(doc, pads, { mode: 'moderated' }).map(({ text }) => text)).toEqual(['better'])
  })

  it('takes at most fifty notes of a pad, and copes with foreign order keys', () => {
    const doc = new Y.Doc()
    addNote(doc, { id: 'x', text: 'x', order: '~~not a key' })
    addNote(doc, { id: 'y', text: 'y', order: 'a0' })
    const notes = Array.from({ length: 60 }, (_, i) => note(`n${i}`))
    expect(onto(doc, [{ writer: 's1', notes }])).toHaveLength(52)
    expect(readNotes(doc).filter(({ order }) => order === 'a1')).toHaveLength(1)
  })

  it('splits no surrogate pair and keeps other fields of the desk', () => {
    const doc = new Y.Doc()
    onto(doc, [{ writer: 's1', notes: [note('a', '😀', { fields: { k: 'v' } })] }])
    ;(noteMap(doc, 's1_a')!.get('fields') as Y.Map<unknown>).set('group', 1)
    const [after] = onto(doc, [{ writer: 's1', notes: [note('a', '😁', { fields: { k: 'w' } })] }])
    expect(after).toMatchObject({ text: '😁', fields: { k: 'w', group: 1 } })
  })
})

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const writers = fc.constantFrom('s1', 's2', 's3')
const text = fc.constantFrom('', ' ', 'x', 'some words', 'y'.repeat(30))
const parent = fc.option(fc.oneof(ids, fc.constantFrom('s1_a', 's2_b', 'zone')), { nil: undefined })

const anyNote = fc
  .record({ id: ids, text, tone: fc.constantFrom(...TONES), under: parent })
  .map(({ id, text, tone, under }) => note(id, text, { tone, ...(under && under !== id ? { under } : {}) }))

const sheets = fc.uniqueArray(
  fc
    .record({
      writer: writers,
      notes: fc.uniqueArray(anyNote, { selector: ({ id }) => id }),
      gone: fc.uniqueArray(ids),
    })
    .map(({ writer, notes, gone }) => ({
      writer,
      notes,
      gone: gone.filter((id) => !notes.some((one) => one.id === id)),
    })),
  { selector: ({ writer }) => writer },
)

interface World {
  most: number
  mode: 'live' | 'moderated'
  rounds: Sheet[][]
  desk: string[]
  taken: string[]
}
const worlds: fc.Arbitrary<World> = fc.record({
  most: fc.integer({ min: 0, max: 8 }),
  mode: fc.constantFrom('live', 'moderated'),
  rounds: fc.array(sheets, { minLength: 1, maxLength: 4 }),
  desk: fc.array(writers.chain((writer) => ids.map((id) => `${writer}_${id}`))),
  taken: fc.array(
    writers.chain((writer) => ids.map((id) => `${writer}_${id}`)),
    { maxLength: 2 },
  ),
})

/** Several rounds of live writing with desk work between them. */
function lived({ most, rounds, desk, taken }: World, removed = new Set<string>()): Y.Doc {
  const doc = new Y.Doc()
  for (const pads of rounds) {
    onto(doc, pads, { most, noteLength: 20 })
    desk.forEach((id) => noteMap(doc, id)?.set('own', true))
    for (const id of taken) {
      if (notesOf(doc).has(id)) removed.add(id)
      notesOf(doc).delete(id)
    }
  }
  return doc
}

describe('projection, whatever is on the pads', () => {
  const input = (doc: Y.Doc, pads: Sheet[], { most, mode }: World) =>
    base({
      pads,
      most,
      mode,
      noteLength: 20,
      board: readNotes(doc),
      removed: (id) => wasRemoved(doc, id),
    })

  it('is idempotent', () => {
    fc.assert(
      fc.property(worlds, sheets, (world, pads) => {
        const doc = lived(world)
        applyEdits(doc, project(input(doc, pads, world)))
        expect(project(input(doc, pads, world))).toEqual([])
      }),
    )
  })

  it('does not depend on the order of pads or of their notes', () => {
    fc.assert(
      fc.property(worlds, sheets, fc.integer(), (world, pads, turn) => {
        const doc = lived(world)
        const turned = [...pads]
          .reverse()
          .map((pad) => ({ ...pad, notes: turn % 2 ? [...pad.notes].reverse() : pad.notes }))
        expect(project(input(doc, turned, world))).toEqual(project(input(doc, pads, world)))
      }),
    )
  })

  it('never exceeds the board, never shows a removed note again, and gives every note its own key', () => {
    fc.assert(
      fc.property(worlds, sheets, (world, pads) => {
        const removed = new Set<string>()
        const doc = lived(world, removed)
        applyEdits(doc, project(input(doc, pads, world)))
        const notes = readNotes(doc)
        expect(notes.length).toBeLessThanOrEqual(world.most)
        expect(notes.filter(({ id }) => removed.has(id))).toEqual([])
        expect(new Set(notes.map(({ order }) => order)).size).toBe(notes.length)
      }),
    )
  })
})
