// The facilitator's hands on a real document: every change, what it says, and the way back.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Zone } from '../../shared/activities/activity.ts'
import type { NoteSeed } from '../../shared/board/note.ts'
import { Doc } from '../lib/doc.svelte.ts'
import { Tabletop, type Said } from './tabletop.svelte.ts'

const open: Doc[] = []
const frame = () => new Promise((done) => setTimeout(done, 70))

async function lay(seeds: NoteSeed[], { zones = [] as Zone[], writable = true } = {}) {
  const doc = new Doc(
    { code: 'GRVKMT', token: 't', name: 'board.a1', keep: false, trusted: true },
    (_place, _doc, events) => {
      queueMicrotask(() => events.synced())
      return () => {}
    },
  )
  open.push(doc)
  const said: Said[] = []
  const undoElse = vi.fn()
  const table = new Tabletop({
    activity: 'a1',
    doc,
    layout: () => ({ kind: 'groups', zones }),
    writable: () => writable,
    say: (what) => said.push(what),
    undoElse,
  })
  await frame()
  for (const seed of seeds) doc.add(seed)
  await frame()
  return { table, doc, said, undoElse }
}

afterEach(() => open.splice(0).forEach((doc) => doc.close()))

describe('texts', () => {
  it('makes a new note in hand, beside the selected one, and takes an empty one away again', async () => {
    const { table } = await lay([{ id: 'a', text: 'Un local', under: 'col-1' }], {
      zones: [{ id: 'col-1', label: 'Des lieux' }],
    })
    table.selected = 'a'
    table.add(table.parentHere)
    await frame()
    const id = table.editing!
    expect(table.note(id)).toMatchObject({ text: '', under: 'col-1' })
    table.finish(id, '   ')
    await frame()
    expect(table.notes.map((note) => note.id)).toEqual(['a'])
  })

  it('writes a changed text once, trimmed, and keeps the old one where nothing was typed', async () => {
    const { table } = await lay([{ id: 'a', text: 'Un local' }])
    table.edit('a')
    table.finish('a', ' Un grand local ')
    await frame()
    expect(table.note('a')!.text).toBe('Un grand local')
    table.edit('a')
    table.finish('a', '')
    await frame()
    expect(table.note('a')!.text).toBe('Un grand local')
  })

  it('merges two notes with all that lay under them, and says when the text would be too long', async () => {
    const { table, said } = await lay([
      { id: 'a', text: 'Un local' },
      { id: 'b', text: 'à vélos' },
      { id: 'c', text: 'sous b', under: 'b' },
      { id: 'long', text: 'x'.repeat(495) },
    ])
    table.merge('long', 'a')
    await frame()
    expect(table.note('long')).toBeDefined()
    table.merge('b', 'a')
    await frame()
    expect(table.note('a')!.text).toBe('Un local\nà vélos')
    expect(table.note('b')).toBeUndefined()
    expect(table.note('c')!.under).toBe('a')
    expect(said).toEqual(['said.tooLong', 'said.merged'])
  })
})

describe('places', () => {
  it('removes a note and leaves what lay under it, one level up; undo brings all back', async () => {
    const { table, said } = await lay([
      { id: 'g', text: 'Des lieux', fields: { group: 1 } },
      { id: 'a', text: 'Un local', under: 'g' },
    ])
    table.remove('g')
    await frame()
    expect(table.notes.map(({ id, under }) => [id, under])).toEqual([['a', undefined]])
    expect(said).toEqual(['said.removed'])
    table.undo()
    await frame()
    expect(table.note('a')!.under).toBe('g')
    expect(table.redoable).toBe(1)
    table.redo()
    await frame()
    expect(table.note('g')).toBeUndefined()
  })

  it('lifts a note to where its group lies', async () => {
    const { table } = await lay(
      [
        { id: 'g', text: 'Un groupe', under: 'col-1' },
        { id: 'a', text: 'Un local', under: 'g' },
      ],
      { zones: [{ id: 'col-1', label: 'Des lieux' }] },
    )
    table.lift('a')
    await frame()
    expect(table.note('a')!.under).toBe('col-1')
  })

  it('hides a note, keeps it on the desk, and shows it again', async () => {
    const { table } = await lay([{ id: 'a', text: 'Un local' }])
    table.hide('a', true)
    await frame()
    expect(table.note('a')!.hidden).toBe(true)
    expect(table.visible).toBe(0)
    expect(table.columns[0]!.branches).toHaveLength(1)
    table.hide('a', false)
    await frame()
    expect(table.note('a')).not.toHaveProperty('hidden')
  })
})

describe('reading', () => {
  it('filters by kind but keeps the groups, and fades what a search does not find', async () => {
    const { table } = await lay([
      { id: 'g', text: 'Des lieux', fields: { group: 1 } },
      { id: 'a', text: 'Un vélo', tone: 'soleil', under: 'g' },
      { id: 'b', text: 'Un local', tone: 'ciel', under: 'g' },
    ])
    table.tone = 'ciel'
    expect(table.columns[0]!.branches.map((branch) => branch.note.id)).toEqual(['b'])
    table.tone = null
    table.search = 'VELO'
    expect(table.found.map((note) => note.id)).toEqual(['a'])
    expect(table.faded(table.note('b')!)).toBe(true)
  })

  it('changes nothing where this seat may not write, and hands undo on', async () => {
    const { table, said, undoElse } = await lay([{ id: 'a', text: 'Un local' }], { writable: false })
    table.remove('a')
    table.edit('a')
    table.add()
    table.undo()
    await frame()
    expect(table.notes).toHaveLength(1)
    expect([table.editing, said, undoElse.mock.calls.length]).toEqual([null, [], 1])
  })
})
