import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuse } from '../../wire.ts'
import { quadratic, type CreditPaper } from './activity.ts'
import { costOf, countCredits, defaultCredits, faultOf, type CreditRule } from './count.ts'

const RULE: CreditRule = { options: ['a', 'b', 'c'], credits: 36, allowNegative: true }
const votes = fc.integer({ min: -3, max: 3 })
const ballots = fc.array(fc.record({ a: votes, b: votes, c: votes }))

test('a vote more costs more than the one before: 1, 3, 5, 7', () => {
  const prices = [1, 2, 3, 4].map((n) => costOf({ a: n }) - costOf({ a: n - 1 }))
  expect(prices).toEqual([1, 3, 5, 7])
})

test('a vote against costs as much as a vote for, where it is allowed', () => {
  expect(costOf({ a: -3, b: 3 })).toBe(18)
  expect(faultOf(RULE, { a: -6 })).toBeNull()
  expect(faultOf({ ...RULE, allowNegative: false }, { a: -1 })).toBe('bad-request')
})

test('the whole budget may be spent, and not one credit more', () => {
  expect(faultOf(RULE, { a: 6 })).toBeNull()
  expect(faultOf(RULE, { a: 6, b: 1 })).toBe('too-many')
  expect(faultOf(RULE, { a: 1e200 })).toBe('bad-request')
  expect(faultOf(RULE, { a: 2 ** 52 })).toBe('too-many')
})

test('equal votes: the option with more supporters first', () => {
  const { totals, supporters, ranks } = countCredits(RULE, [{ a: 3, b: 1 }, { a: -1, b: 1 }, { c: 2 }])
  expect(totals).toEqual({ a: 2, b: 2, c: 2 })
  expect(supporters).toEqual({ a: 1, b: 2, c: 1 })
  expect(ranks).toEqual({ a: 2, b: 1, c: 2 })
})

test('an option that is gone gives its credits back', () => {
  const { creditsSpent, refused, totals } = countCredits(RULE, [{ a: 6, gone: 6 }])
  expect({ creditsSpent, refused, a: totals['a'] }).toEqual({ creditsSpent: 36, refused: [], a: 6 })
})

test('a vote more never lowers an option', () => {
  const raised = fc.property(ballots, fc.nat(), (cast, at) => {
    fc.pre(cast.length > 0)
    const ballot = cast[at % cast.length]!
    const more = cast.with(at % cast.length, { ...ballot, a: ballot.a + 1 })
    const [was, is] = [cast, more].map((list) => countCredits(RULE, list).ranks['a']!)
    expect(is).toBeLessThanOrEqual(was!)
  })
  fc.assert(raised)
})

test('sessions merge by adding their votes and their credits', () => {
  const merged = fc.property(ballots, ballots, (lille, paris) => {
    const [one, two, both] = [lille, paris, [...lille, ...paris]].map((cast) => countCredits(RULE, cast))
    expect(one!.creditsSpent + two!.creditsSpent).toBe(both!.creditsSpent)
    for (const option of RULE.options)
      expect(one!.totals[option]! + two!.totals[option]!).toBe(both!.totals[option])
  })
  fc.assert(merged)
})

test('few options have a smaller budget', () => {
  expect([2, 6, 7, 40].map(defaultCredits)).toEqual([36, 36, 100, 100])
})

test('a poll refuses what is too dear and drops what says nothing', () => {
  const poll = quadratic.poll!
  const options = RULE.options.map((id) => ({ id, label: id }))
  const paper = poll.paper([], quadratic.settings.parse({ options }), (key) => key) as CreditPaper
  expect(paper.credits).toBe(36)
  expect(poll.check(paper, { b: 2, a: 0, c: -0 })).toEqual({ b: 2 })
  expect(poll.check(paper, { b: 7 })).toEqual(refuse('too-many'))
  expect(poll.check(paper, { b: -1 })).toEqual(refuse('bad-request'))
  expect(poll.check(paper, { b: 1.5 })).toEqual(refuse('bad-request'))
  expect(poll.check(paper, { b: '2' })).toEqual(refuse('bad-request'))
  expect(poll.check(paper, { d: 1 })).toEqual(refuse('unknown-option'))
})
