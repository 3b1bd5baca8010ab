// The film of an evening: what it says of a board at any time, and the moments it names.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Note } from '../board/note.ts'
import { sampleNote } from '../../tests/support/notes.ts'
import { newSession, type Round, type Session } from '../session/state.ts'
import { boardChange, momentsOf, notesThen, shownFrames, spotsAt, type Frame } from './film.ts'

const note = (id: string, more: Partial<Note> = {}) => sampleNote(id, { text: `words of ${id}`, ...more })

test('folding the frames up to a time gives the board that was shown then', () => {
  const ids = ['a', 'b', 'c', 'd']
  const any = fc.record({
    id: fc.constantFrom(...ids),
    at: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
    under: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    text: fc.constantFrom('', 'pain', 'eau'),
    fields: fc.option(fc.constant({ group: 1 }), { nil: undefined }),
    hidden: fc.boolean(),
  })
  const board = fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(board, { maxLength: 12 }), fc.nat(12), (boards, time) => {
      const seen = boards.map((list) =>
        list.map(({ id, at, under, text, fields, hidden }) =>
          note(id, {
            text,
            at: [at[0] / 4, at[1] / 4],
            ...(fields ? { fields } : {}),
            ...(under ? { under } : {}),
            ...(hidden ? { hidden } : {}),
          }),
        ),
      )
      const frames: Frame[] = []
      seen.forEach((notes, at) => {
        const change = boardChange(spotsAt(frames, 'a1', Infinity), notes)
        if (change) frames.push({ is: 'board', at, activity: 'a1', ...change })
      })
      const shown = (seen[Math.min(time, seen.length - 1)] ?? []).filter(({ hidden }) => !hidden)
      const then = notesThen(frames, 'a1', time).sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(then).toEqual([...shown].sort((a, b) => (a.id < b.id ? -1 : 1)))
    }),
  )
})

const place = { at: [0, 0] as [number, number], order: '' }
const words = (text: string) => ({ text, tone: 'soleil' as const })
const report = { sections: [{ id: 'a1' }] } as never
const board = (at: number, more: object): Frame =>
  ({ is: 'board', at, activity: 'a1', put: [], gone: [], ...more }) as Frame

test('a note has the words of its moment, and stays in the past after it is taken away', () => {
  const frames = [
    board(1, { put: [{ id: 'a', ...place, words: words('Un pré') }] }),
    board(2, { put: [{ id: 'a', ...place, at: [1, 1] }] }),
    board(3, { put: [{ id: 'a', ...place, words: words('Un prêt') }] }),
    board(4, { gone: ['a'] }),
  ]
  const texts = (time: number) =>
    notesThen(shownFrames(frames, report, []), 'a1', time).map(({ text }) => text)
  expect([0, 1, 2, 3, 4].map(texts)).toEqual([[], ['Un pré'], ['Un pré'], ['Un prêt'], []])
})

test('a first name that the wall shows on a note is not in the film', () => {
  const signed = note('a', { fields: { by: 'Ysolde', kind: 'fact' } })
  expect(boardChange(new Map(), [signed])!.put[0]!.words!.fields).toEqual({ kind: 'fact' })
  expect(
    boardChange(new Map(), [note('a', { fields: { by: 'Ysolde' } })])!.put[0]!.words!.fields,
  ).toBeUndefined()
})

test('a note that is hidden is in no picture, also when it was taken away afterwards; one shown again is', () => {
  const put = ['a', 'b', 'c'].map((id) => ({ id, ...place, words: words(`words of ${id}`) }))
  const frames = [board(1, { put }), board(2, { hid: ['a', 'b'] }), board(3, { put: put.slice(1, 2) })]
  const seen = shownFrames(frames, report, ['c'])
  expect(JSON.stringify(seen)).not.toMatch(/words of [ac]|"[ac]"/)
  expect(notesThen(seen, 'a1', 1).map(({ id }) => id)).toEqual(['b'])
  expect(notesThen(seen, 'a1', 2)).toEqual([])
  expect(shownFrames(frames, { sections: [] }, [])).toEqual([])
})

test('moments are the steps, the polls and the end; a ballot or a private note is none', () => {
  const first: Session = { ...newSession(), at: { activity: 'a1', step: 0, since: 1 } }
  const round: Round = {
    ...{ id: 'p1', activity: 'a1', type: 'single', secrecy: 'secret' as const, state: 'open' as const },
    ...{ paper: { options: [], rev: 1 } as unknown as Round['paper'], published: false },
  }
  const open: Session = {
    ...first,
    at: { activity: 'a1', step: 1, since: 2 },
    rounds: { a1: [round] },
  }
  const closed: Session = { ...open, rounds: { a1: [{ ...round, state: 'closed', result: {} }] } }
  const shown: Session = { ...closed, rounds: { a1: [{ ...round, state: 'closed', published: true }] } }
  expect(momentsOf(newSession(), first, 7)).toEqual([{ is: 'step', at: 7, activity: 'a1', step: 0 }])
  expect(momentsOf(first, open, 8)).toEqual([
    { is: 'step', at: 8, activity: 'a1', step: 1 },
    { is: 'poll', at: 8, activity: 'a1', did: 'opened' },
  ])
  expect(momentsOf(open, closed, 9)).toEqual([{ is: 'poll', at: 9, activity: 'a1', did: 'closed' }])
  expect(momentsOf(closed, shown, 10)).toEqual([{ is: 'poll', at: 10, activity: 'a1', did: 'published' }])
  expect(momentsOf(shown, { ...shown, ended: 11 }, 11)).toEqual([{ is: 'end', at: 11 }])
  expect(momentsOf(shown, { ...shown, locked: true, spotlight: 'n1' }, 12)).toEqual([])
})
