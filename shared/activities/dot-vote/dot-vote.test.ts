// The dot vote as a room plays it: what a ballot may hold, groups as one option, notes that become one during the vote.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Note } from '../../board/note.ts'
import { isRefusal } from '../../wire.ts'
import { dotVote, type DotPaper } from './activity.ts'
import { countDots, defaultDots, mergeDots, type DotBallot, type DotResult } from './count.ts'
import { dotRows } from './ranking.ts'

const poll = dotVote.poll!
const OPTIONS = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id.toUpperCase() }))

function paperOf(settings: object, notes: Note[] = []): DotPaper {
  return poll.paper(notes, dotVote.settings.parse(settings), (key) => key) as DotPaper
}
const check = (paper: DotPaper, choice: unknown) => {
  const answer = poll.check(paper, choice)
  return isRefusal(answer) ? answer.code : answer
}

describe('what a ballot may hold', () => {
  const paper = paperOf({ options: OPTIONS, dotsPerPerson: 5, maxPerItem: 2 })

  test.each<[string, DotBallot, unknown]>([
    ['the cap of one item', { a: 2, b: 2 }, { a: 2, b: 2 }],
    ['one above the cap of an item', { a: 3 }, 'too-many'],
    ['all dots', { a: 2, b: 2, c: 1 }, { a: 2, b: 2, c: 1 }],
    ['one dot too many in all', { a: 2, b: 2, c: 2 }, 'too-many'],
    ['an item that is not there', { a: 1, x: 1 }, 'unknown-option'],
    ['half a dot', { a: 0.5 }, 'bad-request'],
    ['less than none', { a: -1, b: 2 }, 'bad-request'],
    ['nothing on an item is not naming it', { a: 0, b: 1 }, { b: 1 }],
    ['no dot at all: a blank ballot', {}, {}],
  ])('%s', (_, ballot, expected) => expect(check(paper, ballot)).toEqual(expected))

  test('one each, or all on one: the cap of an item says which', () => {
    const one = paperOf({ options: OPTIONS, dotsPerPerson: 3, maxPerItem: 1 })
    expect([check(one, { a: 1, b: 1, c: 1 }), check(one, { a: 2 })]).toEqual([
      { a: 1, b: 1, c: 1 },
      'too-many',
    ])
    const all = paperOf({ options: OPTIONS, dotsPerPerson: 3, maxPerItem: 3 })
    expect(check(all, { a: 3 })).toEqual({ a: 3 })
  })

  test('where all dots must be placed, fewer are refused, and few items hold fewer', () => {
    const all = paperOf({ options: OPTIONS, dotsPerPerson: 3, useAll: true })
    expect([check(all, { a: 2 }), check(all, { a: 2, b: 1 }), check(all, {})]).toEqual([
      'bad-request',
      { a: 2, b: 1 },
      {},
    ])
    const two = paperOf({ options: OPTIONS.slice(0, 2), dotsPerPerson: 9, useAll: true })
    expect(check(two, { a: 2, b: 2 })).toEqual({ a: 2, b: 2 })
  })

  test('an option that leaves gives its dots back, and what is left stands even where all had to be placed', () => {
    const all = paperOf({ options: OPTIONS, dotsPerPerson: 3, useAll: true })
    const left = { ...all, options: all.options.slice(1), rev: 2 }
    expect(check(left, poll.withoutOption!({ a: 2, b: 1 }, 'a'))).toEqual({ b: 1 })
    expect(poll.count(left, [{ b: 1 }])).toMatchObject({ spent: 1, unspent: 2, rejectedBallots: [] })
  })

  test('a third of the items, from three to ten dots', () => {
    expect([4, 11, 45].map(defaultDots)).toEqual([3, 4, 10])
    expect(paperOf({ options: OPTIONS })).toMatchObject({ dotsPerPerson: 3, maxPerItem: 2 })
  })
})

test('a group is one item with its title, or its notes are items without it', () => {
  const note = (id: string, under?: string): Note => ({
    id,
    text: id.toUpperCase(),
    tone: 'soleil',
    at: [0.5, 0.5],
    order: id,
    ...(under ? { under } : {}),
  })
  const notes = [note('g'), note('g1', 'g'), note('g2', 'g'), note('z')]
  const ids = (settings: object) => paperOf(settings, notes).options.map(({ id }) => id)
  expect(ids({})).toEqual(['g', 'z'])
  expect(ids({ groupsCount: false })).toEqual(['g1', 'g2', 'z'])
})

describe('two notes become one during the vote', () => {
  const ballot = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 })
    .map((picks) => picks.reduce<DotBallot>((all, id) => ({ ...all, [id]: (all[id] ?? 0) + 1 }), {}))
  const rules = fc.record({ maxPerItem: fc.integer({ min: 1, max: 4 }), dotsPerPerson: fc.constant(6) })
  const spent = (ballot: DotBallot) => Object.values(ballot).reduce((sum, dots) => sum + dots, 0)

  test('dots follow, what is above the cap of an item is given back', () => {
    expect(mergeDots({ a: 1, b: 1, c: 1 }, 'a', 'b', 2)).toEqual({ b: 2, c: 1 })
    expect(mergeDots({ a: 2, b: 1 }, 'a', 'b', 2)).toEqual({ b: 2 })
    expect(mergeDots({ a: 1 }, 'a', 'b', 1)).toEqual({ b: 1 })
    expect(mergeDots({ c: 2 }, 'a', 'b', 2)).toEqual({ c: 2 })
  })

  test('every ballot that stood stands on the paper that is left; no dot is invented, none moves elsewhere', () => {
    let refunds = 0
    const property = fc.property(fc.array(ballot, { maxLength: 12 }), rules, (sent, rule) => {
      const paper = paperOf({ options: OPTIONS, ...rule })
      const before = sent.filter((one) => !isRefusal(poll.check(paper, one)))
      const left: DotPaper = { ...paper, options: paper.options.slice(1), rev: 2 }
      const after = before.map((one) => poll.merge!(one, 'a', 'b', left) as DotBallot)
      for (const [i, one] of after.entries()) {
        expect(check(left, one)).toEqual(one)
        expect(one['b'] ?? 0).toBe(Math.min(rule.maxPerItem, (before[i]!['a'] ?? 0) + (before[i]!['b'] ?? 0)))
        expect([one['c'], one['d']]).toEqual([before[i]!['c'], before[i]!['d']])
      }
      const [then, now] = [poll.count(paper, before), poll.count(left, after)] as [DotResult, DotResult]
      const refunded = before.reduce((sum, one, i) => sum + spent(one) - spent(after[i]!), 0)
      refunds += refunded
      expect(now.rejectedBallots).toEqual([])
      expect(now.spent).toBe(then.spent - refunded)
      expect(now.unspent).toBe(then.unspent + refunded)
      const either = before.filter((one) => (one['a'] ?? 0) + (one['b'] ?? 0) > 0).length
      expect(now.supporters['b']).toBe(either)
    })
    fc.assert(property)
    expect(refunds).toBeGreaterThan(0)
  })
})

test('more supporters decide between equal dots, else the tie is shown; the line never cuts it', () => {
  const rule = { options: ['a', 'b', 'c'], dotsPerPerson: 3, maxPerItem: 2 }
  const result = countDots(rule, [{ a: 2, b: 1 }, { b: 1, c: 1 }, { c: 1 }])
  expect(result.ranks).toEqual({ a: 3, b: 1, c: 1 })
  expect(dotRows(OPTIONS.slice(0, 3), result, 1).map(({ id, kept }) => [id, kept])).toEqual([
    ['b', true],
    ['c', true],
    ['a', false],
  ])
})

test('a dot more never lowers an option', () => {
  const rule = { options: ['a', 'b', 'c'], dotsPerPerson: 9, maxPerItem: 3 }
  const ballots = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 2 })), {
    minLength: 1,
  })
  const raised = fc.property(ballots, fc.nat(), (cast, pick) => {
    const at = pick % cast.length
    const more = cast.with(at, { ...cast[at], a: (cast[at]!['a'] ?? 0) + 1 })
    const [was, is] = [cast, more].map((list) => countDots(rule, list).ranks['a']!)
    expect(is).toBeLessThanOrEqual(was!)
  })
  fc.assert(raised)
})

test('figures are shown during the vote only where the settings say so', () => {
  const results = (settings: object) =>
    dotVote.steps(dotVote.settings.parse(settings)).map((step) => step.results)
  expect(results({})).toEqual(['hidden', 'hidden', 'shown'])
  expect(results({ live: true })).toEqual(['hidden', 'live', 'shown'])
})
