// Moving notes: what a drop changes, and that siblings end up in the order that was asked for.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../shared/board/columns.ts'
import type { Note } from '../../shared/board/note.ts'
import { sampleNote } from '../../tests/support/notes.ts'
import { childrenOf, isInside, lastOrder, moveTo, type Change, type Ground } from './drop.ts'

const note = (id: string, more: Partial<Note> = {}) => sampleNote(id, { order: '', ...more })
const ground = (notes: Note[], zones: string[] = []): Ground => ({ notes, zones: new Set(zones) })

function apply(notes: Note[], changes: Change[]): Note[] {
  return notes.map((each) => {
    const next = { ...each }
    for (const change of changes.filter(({ id }) => id === each.id)) {
      if (change.order !== undefined) next.order = change.order
      if (change.under === null) delete next.under
      else if (change.under !== undefined) next.under = change.under
    }
    return next
  })
}

describe('moveTo', () => {
  it('puts a note before another with one order key', () => {
    const notes = [note('a', { order: 'a1' }), note('b', { order: 'a2' }), note('c', { order: 'a3' })]
    const changes = moveTo(ground(notes), 'c', { parent: null, before: 'b' })
    expect(changes).toHaveLength(1)
    const after = ground(apply(notes, changes))
    expect(childrenOf(after, null).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  })

  it('gives new keys to all siblings where theirs cannot be split', () => {
    const notes = [note('a'), note('b'), note('c', { order: 'not a key!' })]
    const after = apply(notes, moveTo(ground(notes), 'c', { parent: null, before: 'b' }))
    expect(childrenOf(ground(after), null).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    expect(new Set(after.map(({ order }) => order)).size).toBe(3)
  })

  it('moves into a zone, out of it, and to the end of a list', () => {
    const notes = [note('a', { under: 'col-1', order: 'a1' }), note('b', { order: 'a1' })]
    const into = apply(notes, moveTo(ground(notes, ['col-1']), 'b', { parent: 'col-1' }))
    expect(childrenOf(ground(into, ['col-1']), 'col-1').map(({ id }) => id)).toEqual(['a', 'b'])
    const out = apply(into, moveTo(ground(into, ['col-1']), 'a', { parent: null }))
    expect(out.find(({ id }) => id === 'a')!.under).toBeUndefined()
  })

  it('counts a note whose parent is gone as loose', () => {
    const notes = [note('a', { under: 'gone', order: 'a1' }), note('b', { order: 'a2' })]
    const after = apply(notes, moveTo(ground(notes), 'b', { parent: null, before: 'a' }))
    expect(columnsOf(after, [])[0]!.branches.map((branch) => branch.note.id)).toEqual(['b', 'a'])
  })

  it('stacks note on note, with what lay under the dropped one', () => {
    const notes = [note('a'), note('b'), note('c', { under: 'b' })]
    const after = apply(notes, moveTo(ground(notes), 'b', { into: 'a' }))
    expect(after.map(({ under }) => under)).toEqual([undefined, 'a', 'a'])
  })

  it('never puts a note inside itself', () => {
    const notes = [note('a'), note('b', { under: 'a' }), note('c', { under: 'b' })]
    expect(moveTo(ground(notes), 'a', { into: 'c' })).toEqual([])
    expect(moveTo(ground(notes), 'a', { parent: 'b' })).toEqual([])
    expect(moveTo(ground(notes), 'gone', { parent: null })).toEqual([])
  })

  it('keeps every other order and never loses a note, whatever the moves', () => {
    const move = fc.record({ from: fc.nat(5), before: fc.nat(6), parent: fc.constantFrom(null, 'z') })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let notes = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => note(id))
        for (const { from, before, parent } of moves) {
          const id = notes[from]!.id
          const siblings = childrenOf(ground(notes, ['z']), parent).filter((other) => other.id !== id)
          const mark = siblings[before]?.id ?? null
          notes = apply(notes, moveTo(ground(notes, ['z']), id, { parent, before: mark }))
          const wanted = siblings.map((other) => other.id)
          wanted.splice(mark ? wanted.indexOf(mark) : wanted.length, 0, id)
          const got = childrenOf(ground(notes, ['z']), parent).map((other) => other.id)
          if (got.join() !== wanted.join()) return false
        }
        return notes.length === 6
      }),
    )
  })
})

describe('lastOrder', () => {
  it('sorts behind every sibling', () => {
    const notes = [
      note('a', { order: 'a5' }),
      note('b', { order: 'a7' }),
      note('c', { order: 'a9', under: 'z' }),
    ]
    expect(lastOrder(ground(notes, ['z']), null) > 'a7').toBe(true)
    expect(lastOrder(ground([]), null)).not.toBe('')
  })
})

describe('isInside', () => {
  it('ends in a ring of parents', () => {
    const notes = [note('a', { under: 'b' }), note('b', { under: 'a' })]
    expect(isInside(notes, 'a', 'c')).toBe(false)
    expect(isInside(notes, 'a', 'b')).toBe(true)
  })
})
