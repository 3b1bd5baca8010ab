import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Note } from '../../board/note.ts'
import { refuse } from '../../wire.ts'
import type { SinglePaper } from './activity.ts'
import { singleChoice } from './activity.ts'
import { countSingle, withoutBlank, type SingleResult } from './count.ts'

const OPTIONS = ['a', 'b', 'c']
const cast = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([option, n]) => new Array<string>(n).fill(option))
const ballots = fc.array(fc.option(fc.constantFrom(...OPTIONS)))
const rule = fc.constantFrom('plurality' as const, 'absolute' as const)

// The capital of Tennessee: Wikipedia, "Two-round system" and "Plurality voting".
const TENNESSEE = cast({ memphis: 42, nashville: 26, knoxville: 17, chattanooga: 15 })
const CITIES = ['memphis', 'nashville', 'chattanooga', 'knoxville']

test('Memphis has the most votes for the capital of Tennessee', () => {
  expect(countSingle(CITIES, 'plurality', TENNESSEE)).toMatchObject({
    percent: { memphis: 42, nashville: 26, chattanooga: 15, knoxville: 17 },
    outcome: 'elected',
    winners: ['memphis'],
  })
})

test('Memphis has no majority, and meets Nashville in a second round', () => {
  expect(countSingle(CITIES, 'absolute', TENNESSEE)).toMatchObject({
    outcome: 'runoff',
    runoff: ['memphis', 'nashville'],
    winners: [],
  })
})

test.each([
  ['all that are tied for second go on', { a: 8, b: 6, c: 6 }, ['a', 'b', 'c']],
  ['a tie in front goes on alone', { a: 5, b: 5, c: 1 }, ['a', 'b']],
  ['exactly half is no majority', { a: 7, b: 7, c: 0 }, ['a', 'b']],
])('second round: %s', (_, counts, runoff) => {
  expect(countSingle(OPTIONS, 'absolute', cast(counts)).runoff).toEqual(runoff)
})

test('one vote over the half is a majority', () => {
  const result = countSingle(OPTIONS, 'absolute', cast({ a: 8, b: 7 }))
  expect(result).toMatchObject({ outcome: 'elected', winners: ['a'] })
  expect(result).not.toHaveProperty('runoff')
})

test('every ballot is expressed or blank, and blank ones change no share', () => {
  const whole = fc.property(ballots, rule, (list, how) => {
    const result = countSingle(OPTIONS, how, list)
    expect(result.voters).toBe(list.length)
    expect(result.blank).toBe(list.filter((ballot) => ballot === null).length)
    const expressed = countSingle(
      OPTIONS,
      how,
      list.filter((ballot) => ballot !== null),
    )
    expect({ ...result, blank: 0, voters: result.expressed }).toEqual(expressed)
  })
  fc.assert(whole)
})

test('a vote more for an option never takes its victory', () => {
  const raised = fc.property(ballots, rule, (list, how) => {
    const { winners } = countSingle(OPTIONS, how, list)
    for (const winner of winners)
      expect(countSingle(OPTIONS, how, [...list, winner]).winners).toEqual([winner])
  })
  fc.assert(raised)
})

test('a ballot for an option that is gone is no ballot: that person votes again', () => {
  expect(countSingle(['a', 'b'], 'absolute', ['a', 'c', 'c', null])).toMatchObject({
    voters: 2,
    expressed: 1,
    winners: ['a'],
  })
})

test('no option is mistaken for the blank ballot', () => {
  const options = withoutBlank(['_blank', 'blank', 'a'].map((id) => ({ id, label: id })))
  expect(options.map(({ id }) => id)).toEqual(['_blank', '__blank', 'a'])
})

test('the blank ballot is taken where it is offered, and counted as what it is', () => {
  const poll = singleChoice.poll!
  const note: Note = { id: 'blank', text: 'Un blanc', tone: 'soleil', at: [0, 0], order: 'a' }
  const paperOf = (s: object) =>
    poll.paper([note], singleChoice.settings.parse(s), (key) => key) as SinglePaper
  expect(poll.check(paperOf({}), 'blank')).toBe('blank')
  expect(poll.check(paperOf({ allowBlank: false }), 'blank')).toEqual(refuse('unknown-option'))
  const result = poll.count(paperOf({}), ['blank', '_blank', 'blank']) as SingleResult
  expect(result).toMatchObject({ blank: 2, expressed: 1, counts: { _blank: 1 } })
})

test.each([[null], [3], [['a']], [{}]])('%j is no choice', (choice) => {
  const paper = singleChoice.poll!.paper([], singleChoice.settings.parse({}), (key) => key)
  expect(singleChoice.poll!.check(paper, choice)).toEqual(refuse('bad-request'))
})
