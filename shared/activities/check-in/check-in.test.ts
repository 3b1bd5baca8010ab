import { expect, test } from 'vitest'
import { checkIn, type CheckInResult } from './activity.ts'

const poll = checkIn.poll!
const paperOf = (s: object = {}) => poll.paper([], checkIn.settings.parse(s), (key) => key)

test('the weather is counted in the order of the paper, never ranked', () => {
  const { n, counts } = poll.count(paperOf(), ['rain', 'sun', 'rain']) as CheckInResult
  expect(n).toBe(3)
  expect(Object.entries(counts)).toEqual([
    ['sun', 1],
    ['clouds', 0],
    ['rain', 2],
    ['storm', 0],
  ])
})

test('a room may have words of its own', () => {
  const paper = paperOf({ options: [{ id: 'tired', label: 'Tired' }] })
  expect(poll.check(paper, 'tired')).toBe('tired')
  expect(poll.check(paper, 'sun')).toMatchObject({ ok: false, code: 'unknown-option' })
  expect(poll.check(paper, ['tired'])).toMatchObject({ ok: false, code: 'bad-request' })
})

test('on leaving, the same words stand beside what was said on arrival', () => {
  const arrival = paperOf()
  const result = poll.count(arrival, ['rain', 'sun', 'rain'])
  const left = checkIn.legacy!({
    settings: {},
    notes: [],
    t: (key) => key,
    round: { paper: arrival, result },
  })
  const notes = left.notes!.map((note) => ({ ...note, from: 'a1' }))
  const leaving = poll.paper(notes, checkIn.settings.parse({ from: 'a1' }), (key) => key)
  expect(leaving).toMatchObject({
    options: arrival.options,
    before: { sun: 1, clouds: 0, rain: 2, storm: 0 },
  })
  const other = checkIn.settings.parse({ from: 'a1', options: [{ id: 'tired', label: 'Tired' }] })
  expect(poll.paper(notes, other, (key) => key)).not.toHaveProperty('before')
  expect(poll.paper(notes, checkIn.settings.parse({}), (key) => key)).not.toHaveProperty('before')
})

test('one word and why one is here are written unseen, then shown at once, and told in the report', () => {
  const note = {
    id: 'n1',
    text: 'curious',
    tone: 'craie' as const,
    at: [0, 0] as [number, number],
    order: 'a',
  }
  const told = (ask: string) => {
    const settings = checkIn.settings.parse({ ask })
    expect(checkIn.steps(settings).map(({ id, pads }) => [id, pads])).toEqual([
      [ask, 'sealed'],
      [`${ask}s`, 'live'],
    ])
    return checkIn.report({ settings, notes: [note], rounds: [], language: 'en', t: (key) => key })
  }
  expect(told('word')).toMatchObject([{ type: 'drawing', rows: [['curious', 1]] }])
  expect(told('why')).toEqual([{ type: 'notes', groups: [{ title: 'step.whys', notes: [note] }] }])
  expect(checkIn.steps(checkIn.settings.parse({})).some(({ poll }) => poll)).toBe(true)
})
