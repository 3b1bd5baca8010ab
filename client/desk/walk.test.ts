// Walking over the board with the arrow keys.
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../shared/board/columns.ts'
import { sampleNote } from '../../tests/support/notes.ts'
import { linesOf, walk, walkFree } from './walk.ts'

const note = (id: string, under?: string, at: [number, number] = [0.5, 0.5]) =>
  sampleNote(id, { at, ...(under === undefined ? {} : { under }) })
const zones = ['x', 'y', 'z'].map((id) => ({ id, label: id }))
const lines = linesOf(
  columnsOf([note('a', 'x'), note('b', 'x'), note('b2', 'b'), note('c', 'x'), note('d', 'z')], zones),
)

describe('walk', () => {
  it('reads groups from top to bottom, stacks included', () => {
    expect(lines).toEqual([['a', 'b', 'b2', 'c'], [], ['d']])
  })

  it('goes up and down, and stays at the edges', () => {
    expect(walk(lines, 'b', 'ArrowDown')).toBe('b2')
    expect(walk(lines, 'a', 'ArrowUp')).toBe('a')
    expect(walk(lines, 'c', 'ArrowDown')).toBe('c')
  })

  it('goes sideways over empty columns and keeps the height where it can', () => {
    expect(walk(lines, 'c', 'ArrowRight')).toBe('d')
    expect(walk(lines, 'd', 'ArrowLeft')).toBe('a')
    expect(walk(lines, 'd', 'ArrowRight')).toBe('d')
  })

  it('enters at the first note, and nowhere on an empty board', () => {
    expect(walk(lines, null, 'ArrowDown')).toBe('a')
    expect(walk([[], []], null, 'ArrowDown')).toBe(null)
  })
})

describe('walkFree', () => {
  it('takes the nearest note in that direction', () => {
    const notes = [
      note('a', undefined, [0.1, 0.1]),
      note('b', undefined, [0.5, 0.12]),
      note('c', undefined, [0.2, 0.9]),
    ]
    expect(walkFree(notes, 'a', 'ArrowRight')).toBe('b')
    expect(walkFree(notes, 'a', 'ArrowDown')).toBe('c')
    expect(walkFree(notes, 'a', 'ArrowLeft')).toBe('a')
    expect(walkFree([], null, 'ArrowLeft')).toBe(null)
  })
})
