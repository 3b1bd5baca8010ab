// The board as a wall shows it: columns, stacks, and that no contribution is ever lost from sight.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Note } from '../../shared/board/note.ts'
import { contributions, leftOver, MOST_COLUMNS, MOST_NOTES, wallBoard } from './board.ts'

const note = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  text: id,
  tone: 'soleil',
  at: [0.5, 0.5],
  order: id.padStart(6, '0'),
  ...more,
})
const loose = (count: number) => Array.from({ length: count }, (_, i) => note(`${i}`))
const groups = (count: number) =>
  Array.from({ length: count }, (_, i) => [
    note(`g${i}`, { fields: { group: 1 } }),
    note(`n${i}`, { under: `g${i}` }),
  ]).flat()

describe('wallBoard', () => {
  test('up to four columns are all shown, beyond that three and a summary', () => {
    expect(wallBoard(groups(4), []).columns).toHaveLength(4)
    expect(wallBoard(groups(4), []).rest).toHaveLength(0)
    const many = wallBoard(groups(12), [])
    expect(many.columns.map((column) => column.id)).toEqual(['g0', 'g1', 'g2'])
    expect(many.rest).toHaveLength(9)
  })

  test('a group’s own title is no contribution, a note with others under it is one', () => {
    const board = wallBoard([note('a'), note('b', { under: 'a' }), ...groups(1)], [])
    expect(board.columns.map((column) => [column.id, column.count])).toEqual([
      ['a', 1],
      ['g0', 1],
    ])
    const nested = wallBoard([note('a'), note('b', { under: 'a' })], [{ id: 'z', label: 'Z' }])
    expect(nested.columns.map((column) => [column.id, column.count])).toEqual([
      ['z', 0],
      ['loose', 2],
    ])
  })

  test('few notes are set larger, long ones are not', () => {
    expect(wallBoard(loose(2), []).noteSize).toBe(42)
    expect(wallBoard(loose(7), []).noteSize).toBe(34)
    expect(wallBoard(loose(30), []).noteSize).toBe(28)
    expect(wallBoard([note('a', { text: 'x'.repeat(500) })], []).noteSize).toBe(28)
  })

  test('a note added at the end moves no other to another stack', () => {
    const stacks = (count: number) => wallBoard(loose(count), []).columns[0]!.stacks
    stacks(40).forEach((stack, i) => {
      const ids = stack.map((branch) => branch.note.id)
      expect(
        stacks(41)
          [i]!.map((branch) => branch.note.id)
          .slice(0, ids.length),
      ).toEqual(ids)
    })
  })

  test('columns and full notes keep to their limits, and nothing visible is lost', () => {
    const anyNotes = fc.uniqueArray(
      fc.record({ id: fc.nat(200), parent: fc.nat(200), group: fc.boolean() }),
      {
        selector: (one) => one.id,
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(anyNotes, (seeds) => {
        const notes = seeds.map(({ id, parent, group }) =>
          note(`${id}`, {
            ...(group ? { fields: { group: 1 } } : {}),
            ...(parent < 100 ? { under: `${parent}` } : {}),
          }),
        )
        const { columns, rest, strip } = wallBoard(notes, [])
        expect(columns.length + (rest.length > 0 ? 1 : 0)).toBeLessThanOrEqual(MOST_COLUMNS)
        const full = columns.reduce((sum, column) => sum + column.limit * column.stacks.length, 0)
        expect(full).toBeLessThanOrEqual(MOST_NOTES)
        const all = [...columns, ...rest, ...(strip ? [strip] : [])]
        const written = notes.filter((one) => one.fields === undefined).length
        const titles = all.filter((column) => column.group && column.group.fields === undefined).length
        expect(all.reduce((sum, column) => sum + column.count, 0) + titles).toBe(written)
      }),
    )
  })
})

describe('leftOver', () => {
  test('what is not shown in full is there as glyphs, with what lies under it', () => {
    const board = wallBoard([note('1'), note('2'), note('3', { under: '1' })], [{ id: 'z', label: 'Z' }])
    const column = board.columns[1]!
    expect(leftOver(column, new Set(['2'])).map((one) => one.id)).toEqual(['1', '3'])
    expect(leftOver(column, new Set(['1', '2']))).toEqual([])
    expect(column.branches.flatMap(contributions)).toHaveLength(3)
  })
})

test('four named columns never give way to loose notes, which lie in a strip below', () => {
  const zones = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id }))
  const board = wallBoard([note('n')], zones)
  expect([board.columns.map(({ id }) => id), board.rest, board.strip?.count]).toEqual([
    ['a', 'b', 'c', 'd'],
    [],
    1,
  ])
})
