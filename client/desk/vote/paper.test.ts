// The form of a ballot on paper makes what a phone would send.
import { expect, test } from 'vitest'
import { activityOf } from '../../../shared/activities/index.ts'
import { isRefusal } from '../../../shared/wire.ts'
import { answersOf, boundsOf, choiceOf, emptyDraft, formOf, rowsOf, stacked, type Draft } from './paper.ts'

const t = (key: string) => `<${key}>`
const options = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() }))
const poll = (type: string, more: object = {}) => ({ type, paper: { options, rev: 1, ...more } })
const draft = (filled: Partial<Draft>): Draft => ({ ...emptyDraft(), ...filled })

test('what the forms say is taken by the activities as from a phone', () => {
  const each = { a: 1, b: 2 }
  const filled: [string, Partial<Draft>][] = [
    ['single-choice', { one: 'a' }],
    ['multiple-choice', { many: ['b'] }],
    ['approval', { many: ['a', 'b'] }],
    ['dot-vote', { each }],
    ['score', { each }],
    ['quadratic', { each }],
    ['ranking', { each }],
    ['majority-judgment', { each }],
    ['two-axis', { each, up: { a: 3, b: 9.5 } }],
    ['opinion-groups', { each: { a: 1, b: -1 } }],
    ['roti', { one: '4', reason: 'court' }],
    ['gradients', { one: '6' }],
    ['fist-to-five', { one: '0' }],
    ['consent', { one: 'objection', reason: 'le coût' }],
    ['election-without-candidate', { one: 'b', reason: 'son calme' }],
    ['resolution', { one: 'abstain' }],
    ['pairwise', { duels: [{ a: 'b', b: 'a', equal: false }] }],
    ['delphi', { each: { '': 3 }, reason: 'vu ailleurs' }],
  ]
  for (const [kind, form] of filled) {
    const { poll, settings } = activityOf(kind)!
    const paper = poll!.paper([], settings.parse({ options }), t)
    const type = typeof poll!.type === 'function' ? poll!.type(paper) : poll!.type
    const answer = poll!.check(paper, choiceOf(type, draft(form)))
    expect([kind, isRefusal(answer) ? answer : 'taken']).toEqual([kind, 'taken'])
  }
  expect(formOf('drawing')).toBeUndefined()
})

test('a matrix row by row: levels, points of a row, pairs of states, as from a phone', () => {
  const polled = (kind: string, settings: object = {}) => {
    const { poll, settings: schema } = activityOf(kind)!
    const paper = poll!.paper([], schema.parse({ options, ...settings }), t)
    const type = typeof poll!.type === 'function' ? poll!.type(paper) : poll!.type
    return { type, paper, check: (form: Partial<Draft>) => poll!.check(paper, choiceOf(type, draft(form))) }
  }
  const micmac = polled('micmac')
  expect(rowsOf(micmac).map(({ name, options }) => [name, options.length])).toEqual([
    ['A', 1],
    ['B', 1],
  ])
  expect(micmac.check({ cells: { 'cell-0-1': 'P', 'cell-1-0': 0 } })).toEqual({
    'cell-0-1': 'P',
    'cell-1-0': 0,
  })
  expect(choiceOf('cells', draft({ cells: { 'cell-0-1': undefined } }))).toBeUndefined()
  const parameters = ['Travail: salarié / indépendant', 'Lieu: ville / campagne']
  const box = polled('morphological', { parameters })
  expect(rowsOf(box).map(({ name, options }) => [name, options.length])).toEqual([
    ['Travail · salarié', 2],
    ['Travail · indépendant', 2],
  ])
  const [pair] = rowsOf(box)[0]!.options
  expect(box.check({ cells: { [pair!.id]: 'no:logic' } })).toEqual({ [pair!.id]: 'no:logic' })
})

test('one answer: none yet, an option, the blank ballot where it is offered, a level', () => {
  expect(choiceOf('single', emptyDraft())).toBeUndefined()
  expect(choiceOf('single', draft({ one: 'a' }))).toBe('a')
  expect(choiceOf('scale', draft({ one: '0' }))).toBe(0)
  expect(choiceOf('scale', draft({ one: '0', reason: 'tard' }))).toEqual({ value: 0, reason: 'tard' })
  const offered = answersOf(poll('single', { allowBlank: true }), t, 'Blanc')
  expect(offered.map(({ value }) => value)).toEqual(['a', 'b', 'blank'])
  expect(answersOf(poll('single', { allowBlank: false }), t, 'Blanc')).toHaveLength(2)
  const scale = answersOf(poll('scale', { min: 0, labels: ['no', 'yes'] }), t, 'Blanc')
  expect(scale).toEqual([
    { value: '0', label: '0 · <no>' },
    { value: '1', label: '1 · <yes>' },
  ])
})

test('an answer to a proposal and a nomination, with what is written beside them', () => {
  const answers = (more: object) => answersOf(poll('consent', more), t, '').map(({ value }) => value)
  expect(answers({})).toEqual(['consent', 'concern', 'objection', 'stand-aside'])
  expect(answers({ proposed: 'a' })).toContain('decline')
  expect(choiceOf('consent', draft({ one: 'consent', reason: ' ' }))).toEqual({ answer: 'consent' })
  expect(choiceOf('consent', draft({ one: 'objection', reason: 'le coût' }))).toEqual({
    answer: 'objection',
    reason: 'le coût',
  })
  expect(choiceOf('nomination', draft({ one: 'b' }))).toEqual({ option: 'b' })
})

test('numbers: no dots are none, grade and score zero are given, ranks make tiers', () => {
  const each = { a: 0, b: 2, c: null, d: undefined }
  expect(choiceOf('approval', draft({ many: ['b'] }))).toEqual(['b'])
  expect(choiceOf('dots', draft({ each }))).toEqual({ b: 2 })
  expect(choiceOf('grades', draft({ each }))).toEqual({ a: 0, b: 2 })
  expect(choiceOf('score', draft({ each }))).toEqual({ a: 0, b: 2 })
  expect(choiceOf('credits', draft({ each: { a: 0, b: -2 } }))).toEqual({ b: -2 })
  expect(choiceOf('ranking', draft({ each: { a: 3, b: 1, c: 3, d: null } }))).toEqual([['b'], ['a', 'c']])
  expect(choiceOf('ranking', emptyDraft())).toEqual([])
})

test('a place has two numbers, or is not given yet', () => {
  expect(choiceOf('axes', draft({ each: { a: 1 }, up: { a: 7.5 } }))).toEqual({ a: { x: 1, y: 7.5 } })
  expect(choiceOf('axes', draft({ each: { a: 1 } }))).toBeUndefined()
  expect(choiceOf('axes', draft({ each: { a: 1 }, up: { b: 1 } }))).toBeUndefined()
})

test('the numbers that a ballot may hold', () => {
  expect(boundsOf(poll('dots', { maxPerItem: 2 }))).toEqual({ min: 0, max: 2, step: 1 })
  expect(boundsOf(poll('score', { min: -3, max: 3 }))).toEqual({ min: -3, max: 3, step: 1 })
  expect(boundsOf(poll('ranking'))).toEqual({ min: 1, max: 2, step: 1 })
  expect(boundsOf(poll('credits', { credits: 36 }))).toEqual({ min: 0, max: 6, step: 1 })
  expect(boundsOf(poll('credits', { credits: 36, allowNegative: true })).min).toBe(-6)
  expect(boundsOf(poll('axes', { min: 0, max: 10 }))).toEqual({ min: 0, max: 10, step: 'any' })
})

test('equal ballots that lie on each other are one line of the pile', () => {
  expect(stacked(['a', 'a', 'b', 'a'])).toEqual([
    { choice: 'a', from: 0, count: 2 },
    { choice: 'b', from: 2, count: 1 },
    { choice: 'a', from: 3, count: 1 },
  ])
})

test('duels: the first wins or both are equal, and a line with one side is not written yet', () => {
  const won = { a: 'a', b: 'b', equal: false }
  expect(choiceOf('pairs', draft({ duels: [won, { a: 'c', b: 'a', equal: true }] }))).toEqual([
    ['a', 'b', 1],
    ['c', 'a', 0.5],
  ])
  expect(choiceOf('pairs', emptyDraft())).toBeUndefined()
  expect(choiceOf('pairs', draft({ duels: [won, { a: 'c', b: '', equal: false }] }))).toBeUndefined()
})

test('estimates: one number with its reason, or one for each statement', () => {
  expect(choiceOf('number', draft({ each: { '': 2035 } }))).toEqual({ value: 2035 })
  expect(choiceOf('number', draft({ each: { '': 0 }, reason: 'jamais' }))).toEqual({
    value: 0,
    reason: 'jamais',
  })
  expect(choiceOf('number', emptyDraft())).toBeUndefined()
  expect(choiceOf('estimates', draft({ each: { a: 4, b: null } }))).toEqual({ a: { value: 4 } })
  expect(boundsOf(poll('number', { min: 2030, max: 2060 }))).toEqual({ min: 2030, max: 2060, step: 'any' })
})
