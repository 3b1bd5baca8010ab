// Frames of a board: when they are taken, what they hold, and that what was not kept is in the next one.
import { expect, test } from 'vitest'
import type { Note } from '../shared/board/note.ts'
import { sampleNote } from '../tests/support/notes.ts'
import { spotsAt, type Frame } from '../shared/report/film.ts'
import { handClock } from '../tests/support/clock.ts'
import { createFilming } from './filming.ts'

function bench() {
  const clock = handClock(0)
  const state = { notes: [] as Note[], frames: [] as Frame[], failing: false, reads: 0 }
  const deps = {
    clock,
    log: () => undefined,
    docs: { notes: async () => [...state.notes] },
    store: {
      film: {
        async add(_workshop: string, frames: Frame[]) {
          if (state.failing) throw new Error('the disk is full')
          state.frames.push(...frames)
        },
        async frames() {
          state.reads++
          return state.frames
        },
      },
    },
  }
  const open = () => createFilming(deps)
  return { clock, state, open }
}

const note = (id: string, more: Partial<Note> = {}) => sampleNote(id, { text: `words of ${id}`, ...more })

const spot = (id: string, more: { under?: string } = {}) => ({
  ...{ id, at: [0.5, 0.5], order: id, ...more },
  words: { text: `words of ${id}`, tone: 'soleil' },
})

test('one frame a window, with what changed, and words where they are new', async () => {
  const { clock, state, open } = bench()
  const filming = open()
  state.notes = [note('a'), note('b', { hidden: true })]
  filming.changed('w1', 'a1')
  filming.changed('w1', 'a1')
  await clock.wind(1000)
  expect(state.frames).toEqual([{ is: 'board', at: 1000, activity: 'a1', put: [spot('a')], gone: [] }])
  state.notes = [note('c', { under: 'z' })]
  filming.changed('w1', 'a1')
  await clock.wind(1000)
  expect(state.frames.slice(1)).toEqual([
    {
      ...{ is: 'board', at: 2000, activity: 'a1', gone: ['a'] },
      put: [spot('c', { under: 'z' })],
    },
  ])
  expect(JSON.stringify(state.frames)).not.toContain('words of b')
  filming.changed('w1', 'a1')
  await clock.wind(1000)
  expect(state.frames).toHaveLength(2)
})

test('after a restart it goes on from what was kept', async () => {
  const { clock, state, open } = bench()
  state.notes = [note('a')]
  const first = open()
  first.changed('w1', 'a1')
  await clock.wind(1000)
  first.stop()
  state.notes = [note('a'), note('b')]
  const second = open()
  second.changed('w1', 'a1')
  await clock.wind(1000)
  expect(state.frames.map((frame) => frame.is === 'board' && frame.put.map(({ id }) => id))).toEqual([
    ['a'],
    ['b'],
  ])
})

test('what could not be stored is in the next frame', async () => {
  const { clock, state, open } = bench()
  const filming = open()
  state.failing = true
  state.notes = [note('a')]
  filming.changed('w1', 'a1')
  await clock.wind(1000)
  state.failing = false
  state.notes = [note('a'), note('b')]
  filming.changed('w1', 'a1')
  await clock.wind(1000)
  expect([...spotsAt(state.frames, 'a1', Infinity).keys()]).toEqual(['a', 'b'])
})

test('a long evening has fewer frames a minute, and a dropped workshop none', async () => {
  const { clock, state, open } = bench()
  const filming = open()
  for (let second = 0; second < 3600; second++) {
    state.notes = [note('a', { at: [second / 3600, 0] })]
    filming.changed('w1', 'a1')
    await clock.wind(1000)
  }
  expect(state.frames.length).toBeGreaterThan(400)
  expect(state.frames.length).toBeLessThan(900)
  const before = state.frames.length
  state.notes = []
  filming.changed('w1', 'a1')
  filming.drop('w1')
  await clock.wind(60_000)
  expect(state.frames).toHaveLength(before)
})
