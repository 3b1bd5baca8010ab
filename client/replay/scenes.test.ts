// What the replay page shows when, and where its keys lead.
import { expect, test } from 'vitest'
import type { Film } from '../../shared/report/film.ts'
import type { Section } from '../../shared/report/model.ts'
import { momentsOf, nextMoment, playOn, sceneAt, spanOf } from './scenes.ts'

const section = (id: string, notes: string[]): Section => ({
  ...{ id, kind: 'brainstorm', exercise: 'B', title: id, question: '', settings: {}, blocks: [], zones: [] },
  notes: notes.map((note) => ({ id: note, text: note, tone: 'soleil', at: [0, 0], order: note })),
  placed: false,
})
const spot = (id: string) => ({
  ...{ id, at: [0.5, 0.5] as [number, number], order: id },
  words: { text: id, tone: 'soleil' as const },
})
const film = {
  v: 1,
  report: { sections: [section('a1', ['n1', 'n2']), section('a2', [])] },
  steps: {},
  frames: [
    { is: 'step', at: 1000, activity: 'a1', step: 0 },
    { is: 'board', at: 5000, activity: 'a1', put: [spot('n1')], gone: [] },
    { is: 'board', at: 9000, activity: 'a1', put: [spot('n2')], gone: ['n1'] },
    { is: 'step', at: 60_000, activity: 'a2', step: 1 },
    { is: 'poll', at: 61_000, activity: 'a2', did: 'published' },
    { is: 'step', at: 62_000, activity: 'a2', step: 1 },
    { is: 'poll', at: 90_000, activity: 'a2', did: 'published' },
    { is: 'end', at: 100_000 },
  ],
} as unknown as Film

test('a scene has the notes of its time, and a result no earlier than it was published', () => {
  const ids = (time: number) => sceneAt(film, time).notes.map(({ id }) => id)
  expect([ids(999), ids(1000), ids(5000), ids(9000)]).toEqual([[], [], ['n1'], ['n2']])
  expect(sceneAt(film, 0).section).toBeNull()
  expect(sceneAt(film, 70_000)).toMatchObject({ section: { id: 'a2' }, step: 1, result: false })
  expect(sceneAt(film, 90_000).result).toBe(true)
})

test('moments are gone through forwards and backwards', () => {
  const moments = momentsOf(film)
  expect(moments.map(({ at }) => at)).toEqual([1000, 60_000, 61_000, 62_000, 90_000, 100_000])
  expect(nextMoment(moments, 1000, false)?.at).toBe(60_000)
  expect(nextMoment(moments, 100_000, false)).toBeUndefined()
  expect(nextMoment(moments, 61_500, true)?.at).toBe(60_000)
  expect(nextMoment(moments, 1000, true)).toBeUndefined()
  expect(spanOf(film)).toEqual({ from: 1000, to: 100_000 })
})

test('playing leaves out what is still, and never goes back', () => {
  const times = film.frames.map(({ at }) => at)
  expect(playOn(times, 1000, 100, null)).toBe(1100)
  expect(playOn(times, 1000, 100, { still: 10_000 })).toBe(1100)
  expect(playOn(times, 9000, 100, { still: 10_000 })).toBe(55_000)
  expect(playOn(times, 100_000, 100, { still: 10_000 })).toBe(100_100)
})
