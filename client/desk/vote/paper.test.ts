// The form of a ballot on paper makes what a phone would send, and the pile is read back in words.
import { expect, test } from 'vitest'
import { answersOf, ballotWords, choiceOf, emptyDraft, formOf } from './paper.ts'

const t = (key: string) => `<${key}>`
const options = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() }))
const poll = (type: string, more: object = {}) => ({ type, paper: { options, rev: 1, ...more } })

test('a form for six types of ballots, none for the others', () => {
  expect(['single', 'scale', 'multiple', 'approval', 'dots', 'grades'].map(formOf)).not.toContain(undefined)
  expect(['ranking', 'pairs', 'axes', 'consent'].map(formOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('one answer: none yet, an option, the blank ballot where it is offered, a level', () => {
  expect(choiceOf('single', emptyDraft())).toBeUndefined()
  expect(choiceOf('single', { ...emptyDraft(), one: 'a' })).toBe('a')
  expect(choiceOf('scale', { ...emptyDraft(), one: '0' })).toBe(0)
  const offered = answersOf(poll('single', { allowBlank: true }), t, 'Blanc')
  expect(offered.map(({ value }) => value)).toEqual(['a', 'b', 'blank'])
  expect(answersOf(poll('single', { allowBlank: false }), t, 'Blanc')).toHaveLength(2)
  const scale = answersOf(poll('scale', { min: 0, labels: ['no', 'yes'] }), t, 'Blanc')
  expect(scale).toEqual([
    { value: '0', label: '0 · <no>' },
    { value: '1', label: '1 · <yes>' },
  ])
})

test('several answers, dots and grades: zero dots are none, grade zero is the worst one', () => {
  expect(choiceOf('approval', { ...emptyDraft(), many: ['b'] })).toEqual(['b'])
  const each = { a: 0, b: 2, c: null, d: undefined }
  expect(choiceOf('dots', { ...emptyDraft(), each })).toEqual({ b: 2 })
  expect(choiceOf('grades', { ...emptyDraft(), each })).toEqual({ a: 0, b: 2 })
})

test.each([
  ['single', 'a', ['A']],
  ['approval', ['a', 'b'], ['A', 'B']],
  ['approval', [], ['Blanc']],
  ['dots', { b: 2 }, ['B × 2']],
  ['grades', { a: 0 }, ['A · <bad>']],
])('%s %j in words', (type, choice, words) => {
  expect(ballotWords(poll(type, { grades: ['bad', 'good'] }), choice, t, 'Blanc')).toEqual(words)
})
