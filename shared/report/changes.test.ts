// An amended text: nothing of either version is lost, and what did not change is told as it is.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedPoints, changedWords, type Piece } from './changes.ts'

const join = (pieces: readonly Piece[], not: Piece['kind']) =>
  pieces.flatMap(({ kind, text }) => (kind === not ? [] : [text])).join('')

test('words that changed stand between those that did not', () => {
  expect(changedWords('Ouvrir le samedi matin', 'Ouvrir le dimanche matin')).toEqual([
    { kind: 'same', text: 'Ouvrir le ' },
    { kind: 'gone', text: 'samedi' },
    { kind: 'new', text: 'dimanche' },
    { kind: 'same', text: ' matin' },
  ])
})

test('points: kept, rewritten, taken away, added', () => {
  const before = ['Un budget de 500 €', 'Une réunion par mois', 'Sans chef']
  const now = ['Un budget de 300 €', 'Sans chef', 'Revu dans six mois']
  expect(changedPoints(before, now).map(({ kind }) => kind)).toEqual(['changed', 'gone', 'same', 'new'])
})

test('both versions can be read in the changes, whatever they are', () => {
  const line = fc
    .array(fc.constantFrom('a', 'b', '’', ' ', ',', '😀', 'é'), { maxLength: 12 })
    .map((all) => all.join(''))
  const text = fc.array(line, { maxLength: 6 })
  const whole = fc.property(text, text, (before, now) => {
    const points = changedPoints(before, now)
    const left = points.filter(({ kind }) => kind !== 'gone').map(({ pieces }) => join(pieces, 'gone'))
    const was = points.filter(({ kind }) => kind !== 'new').map(({ pieces }) => join(pieces, 'new'))
    expect([left, was]).toEqual([now, before])
    if (JSON.stringify(before) === JSON.stringify(now))
      expect(points.every(({ kind }) => kind === 'same')).toBe(true)
  })
  fc.assert(whole)
})
