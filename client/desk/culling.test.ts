// What of a large board is made of real sheets: what can be read, never too many in a frame, the note in hand always.
import { describe, expect, it } from 'vitest'
import type { Note } from '../../shared/board/note.ts'
import { SMALL, stepTo, wanted } from './culling.svelte.ts'

const note = (i: number, of: number): Note =>
  ({ id: `n${i}`, text: '', tone: 'craie', at: [i / of, 0.5], order: `a${i}` }) as Note
const strewn = (count: number) => Array.from({ length: count }, (_, i) => note(i, count))
const part = (left: number, right: number) => ({ left, right, top: 0, bottom: 1 })

describe('a large free board', () => {
  it('leaves a small board alone', () => {
    expect(wanted(strewn(SMALL), part(0, 0.1), false, [])).toBeNull()
  })

  it('makes sheets of what is in view, and of the note in hand wherever it is', () => {
    const sheets = wanted(strewn(1000), part(0.2, 0.3), false, ['n900', null])!
    expect(sheets.has('n250')).toBe(true)
    expect(sheets.has('n400')).toBe(false)
    expect(sheets.has('n900')).toBe(true)
    expect(sheets.size).toBe(102)
  })

  it('paints all where nothing could be read', () => {
    expect(wanted(strewn(1000), part(0, 0.1), true, ['n3'])).toEqual(new Set(['n3']))
    expect(wanted(strewn(5000), part(0, 0.5), false, ['n3'])).toEqual(new Set(['n3']))
  })

  it('comes to what it should be in a few frames, the note in hand first', () => {
    const goal = wanted(strewn(1000), part(0.2, 0.3), false, ['n900'])!
    let sheets = new Set(['gone'])
    let frames = 0
    for (let done = false; !done; frames++) {
      const before = sheets
      ;({ sheets, done } = stepTo(sheets, goal, ['n900']))
      expect(sheets.has('n900')).toBe(true)
      expect(sheets.has('gone')).toBe(false)
      expect(sheets.size - before.size).toBeLessThanOrEqual(17)
    }
    expect(sheets).toEqual(goal)
    expect(frames).toBeLessThan(9)
  })

  it('takes sheets away a few at a time, too', () => {
    let sheets = new Set(strewn(500).map(({ id }) => id))
    const goal = new Set(['n3'])
    let frames = 0
    for (let done = false; !done; frames++) {
      const before = sheets
      ;({ sheets, done } = stepTo(sheets, goal, []))
      expect(before.size - sheets.size).toBeLessThanOrEqual(32)
    }
    expect(sheets).toEqual(goal)
    expect(frames).toBe(16)
  })
})
