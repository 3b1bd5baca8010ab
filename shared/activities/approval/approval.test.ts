import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countPicks } from '../../counting/picks.ts'
import { refuse } from '../../wire.ts'
import { approval } from './activity.ts'
import { seated, type ApprovalResult } from './count.ts'

const IDS = ['a', 'b', 'c', 'd']
const rule = { options: IDS, min: 0, max: IDS.length }
const elect = (ballots: string[][], seats: number) => seated(countPicks(rule, ballots), IDS, seats)
const cast = (...groups: [number, string[]][]) =>
  groups.flatMap(([n, picks]) => new Array<string[]>(n).fill(picks))
const ballots = fc.array(fc.subarray(IDS))

test('the best have the seats', () => {
  const votes = cast([5, ['a', 'b']], [3, ['b', 'c']], [1, ['d']])
  expect(elect(votes, 1)).toMatchObject({ elected: ['b'], tied: [] })
  expect(elect(votes, 3)).toMatchObject({ elected: ['a', 'b', 'c'], tied: [] })
})

test('a tie for the last seat is left to the room, whole', () => {
  const votes = cast([5, ['a']], [3, ['b', 'c', 'd']])
  expect(elect(votes, 2)).toMatchObject({ elected: ['a'], tied: ['b', 'c', 'd'] })
  expect(elect(votes, 4)).toMatchObject({ elected: IDS, tied: [] })
  expect(elect(cast([2, ['a', 'b']]), 1)).toMatchObject({ elected: [], tied: ['a', 'b'] })
})

test('nobody is elected without an approval', () => {
  expect(elect([[], ['c']], 4)).toMatchObject({ elected: ['c'], tied: [] })
  expect(elect([[]], 1)).toMatchObject({ elected: [], tied: [] })
})

test('there are never more elected than seats, and a tie is one that the seats cannot hold', () => {
  const sure = fc.property(ballots, fc.integer({ min: 1, max: 5 }), (votes, seats) => {
    const { elected, tied, counts } = elect(votes, seats)
    expect(elected.length).toBeLessThanOrEqual(seats)
    expect(new Set(tied.map((option) => counts[option])).size).toBeLessThanOrEqual(1)
    if (tied.length > 0) expect(elected.length + tied.length).toBeGreaterThan(seats)
    const worst = Math.min(...elected.map((option) => counts[option]!))
    for (const option of IDS) if (counts[option]! > worst) expect(elected).toContain(option)
  })
  fc.assert(sure)
})

test('one more approval never unseats anybody it names', () => {
  const raised = fc.property(ballots, fc.integer({ min: 1, max: 3 }), (votes, seats) => {
    for (const option of elect(votes, seats).elected)
      expect(elect([...votes, [option]], seats).elected).toContain(option)
  })
  fc.assert(raised)
})

test('approving all and approving none are both ballots, approving twice is not', () => {
  const poll = approval.poll!
  const options = IDS.map((id) => ({ id, label: id }))
  const paper = poll.paper([], approval.settings.parse({ options, seats: 2 }), (key) => key)
  expect(poll.check(paper, IDS)).toEqual(IDS)
  expect(poll.check(paper, [])).toEqual([])
  expect(poll.check(paper, ['a', 'a'])).toEqual(refuse('bad-request'))
  const result = poll.count(paper, [IDS, [], ['b', 'c']]) as ApprovalResult
  expect(result).toMatchObject({ ballotsCounted: 2, blank: 1, elected: ['b', 'c'] })
})
