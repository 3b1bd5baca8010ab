// @vitest-environment jsdom
// Reading a drop: edges of a note, its middle, stacks and columns.
import { afterEach, describe, expect, it } from 'vitest'
import { targetOf } from './target.ts'

afterEach(() => document.body.replaceChildren())

function sheet(data: Record<string, string>, column = 'col-1'): HTMLElement {
  const list = document.createElement('div')
  list.dataset.column = column
  const note = document.createElement('div')
  Object.assign(note.dataset, data)
  note.getBoundingClientRect = () => ({ top: 100, height: 40 }) as DOMRect
  list.append(note)
  document.body.append(list)
  return note
}

describe('targetOf', () => {
  it('reads the edges and the middle of a note', () => {
    const note = sheet({ note: 'a', parent: 'col-1', next: 'b' })
    expect(targetOf(note, 'x', 105)?.place).toEqual({ parent: 'col-1', before: 'a' })
    expect(targetOf(note, 'x', 120)?.place).toEqual({ into: 'a' })
    expect(targetOf(note, 'x', 138)?.place).toEqual({ parent: 'col-1', before: 'b' })
  })

  it('puts last where no note follows, and loose where there is no parent', () => {
    const note = sheet({ note: 'a', parent: '', next: '' }, '')
    expect(targetOf(note, 'x', 138)?.place).toEqual({ parent: null, before: null })
    expect(targetOf(note.parentElement, 'x', 0)?.place).toEqual({ parent: null })
  })

  it('takes a note inside a stack for the stack', () => {
    const note = sheet({ note: 'a2', parent: 'a', stack: 'a', next: '' })
    expect(targetOf(note, 'x', 120)?.place).toEqual({ into: 'a' })
    expect(targetOf(note, 'a', 120)?.place).toEqual({ into: 'a2' })
  })

  it('is nothing over itself, or outside the board', () => {
    const note = sheet({ note: 'a', parent: '', next: '' }, 'a')
    expect(targetOf(note, 'a', 120)).toBe(null)
    expect(targetOf(note.parentElement, 'a', 0)).toBe(null)
    expect(targetOf(document.body, 'x', 0)).toBe(null)
  })
})
