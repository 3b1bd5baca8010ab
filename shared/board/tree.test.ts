// Forest and columns: rings are cut the same way everywhere, nothing visible is ever lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import type { Note } from './note.ts'
import { below, forest } from './tree.ts'

function note(id: string, under?: string, over: Partial<Note> = {}): Note {
  return {
    id,
    text: id,
    tone: 'craie',
    at: [0.5, 0.5],
    order: id,
    ...(under === undefined ? {} : { under }),
    ...over,
  }
}

const anyNotes = fc
  .uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.tuple(fc.constant(id), fc.option(fc.constantFrom(...'abcdefghz'), { nil: undefined })),
      ),
    ),
  )
  .map((pairs) => pairs.map(([id, under]) => note(id, under)))

const ids = (notes: Note[]) => notes.map((one) => one.id)

describe('forest', () => {
  test('every visible note is found exactly once, whatever the parents', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const found = forest(notes).flatMap((branch) => [branch.note, ...below(branch)])
        expect(ids(found).sort()).toEqual(ids(notes).sort())
      }),
    )
  })
  test('the order of arrival makes no difference', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        expect(forest([...notes].reverse())).toEqual(forest(notes))
      }),
    )
  })
  test('a ring is cut at its smallest id', () => {
    const [root, ...rest] = forest([note('b', 'c'), note('c', 'a'), note('a', 'b')])
    expect([root!.note.id, rest.length, ids(below(root!))]).toEqual(['a', 0, ['c', 'b']])
  })
  test('hidden notes are left out, their children become roots', () => {
    expect(
      forest([note('a', undefined, { hidden: true }), note('b', 'a')]).map((branch) => branch.note.id),
    ).toEqual(['b'])
  })
})

describe('columns', () => {
  const zones = [
    { id: 'col-1', label: 'Garder' },
    { id: 'col-2', label: 'Essayer' },
  ]
  test('zones come first and stay when empty, the rest is loose', () => {
    const columns = columnsOf([note('a', 'col-1'), note('b'), note('c', 'a')], zones)
    expect(columns.map((column) => [column.id, ids(column.branches.map((branch) => branch.note))])).toEqual([
      ['col-1', ['a']],
      ['col-2', []],
      ['loose', ['b']],
    ])
  })
  test('without zones, groups are the columns, also an empty one made by hand', () => {
    const columns = columnsOf(
      [note('g', undefined, { fields: { group: 1 } }), note('h'), note('i', 'h'), note('z')],
      [],
    )
    expect(columns.map((column) => [column.id, column.title])).toEqual([
      ['g', 'g'],
      ['h', 'h'],
      ['loose', null],
    ])
  })
})
