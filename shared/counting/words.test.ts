// Words of the room: what counts as the same word, and that none is lost.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Note } from '../board/note.ts'
import { wordsOf } from './words.ts'

const note = (text: string, hidden?: true): Note => ({
  id: 'n',
  text,
  tone: 'craie',
  at: [0, 0],
  order: '',
  ...(hidden ? { hidden } : {}),
})

test('case, accents, spaces and a final stop make no difference; the usual spelling is shown', () => {
  const words = wordsOf(
    ['Curieux', 'curieux ', 'Curieux', 'fatigue', 'Fatigué.', 'fatigué'].map((t) => note(t)),
  )
  expect(words).toEqual([
    { text: 'Curieux', count: 3 },
    { text: 'Fatigué.', count: 3 },
  ])
})

test('hidden and empty notes are no words', () => {
  expect(wordsOf([note('secret', true), note('  '), note('…')])).toEqual([])
})

test('nobody is lost, and the order of notes makes no difference', () => {
  const texts = fc.array(fc.constantFrom('un', 'Un', 'deux', 'trois', 'élan', 'elan'))
  fc.assert(
    fc.property(texts, (all) => {
      const words = wordsOf(all.map((text) => note(text)))
      expect(words.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
      expect(wordsOf([...all].reverse().map((text) => note(text)))).toEqual(words)
    }),
  )
})
