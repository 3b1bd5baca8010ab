// Reasons beside a level: bare numbers stay numbers, words are told without their level where the vote is secret.
import { expect, test } from 'vitest'
import { checkScale, levelsOf, reasonsPart, scalePaper } from './scale.ts'

const paper = scalePaper(1, 5)

test('a choice is a level, or a level with a reason', () => {
  expect(checkScale(paper, 3)).toBe(3)
  expect(checkScale(paper, { value: 3 })).toBe(3)
  expect(checkScale(paper, { value: 3, reason: '  trop long ' })).toEqual({ value: 3, reason: 'trop long' })
  expect(checkScale(paper, { value: 3, reason: '  ' })).toBe(3)
})

test.each([
  [{ value: 9 }, 'bad-request'],
  [{ reason: 'x' }, 'bad-request'],
  [{ value: 3, reason: 4 }, 'bad-request'],
  [{ value: 3, reason: 'x'.repeat(501) }, 'too-long'],
  ['3', 'bad-request'],
])('%j is refused', (choice, code) => expect(checkScale(paper, choice)).toMatchObject({ ok: false, code }))

test('levels are counted alike with and without words; words are sorted, their level told where all may know', () => {
  const ballots = [2, { value: 5, reason: 'b' }, { value: 1, reason: 'c' }, { value: 5, reason: 'a' }]
  expect(levelsOf(ballots)).toEqual([2, 5, 1, 5])
  expect(reasonsPart({}, ballots).reasons).toEqual([
    { text: 'c', level: 1 },
    { text: 'a', level: 5 },
    { text: 'b', level: 5 },
  ])
  expect(reasonsPart({ secret: true }, ballots).reasons).toEqual([
    { text: 'a' },
    { text: 'b' },
    { text: 'c' },
  ])
  expect(reasonsPart({}, [1, 2])).toEqual({})
})
