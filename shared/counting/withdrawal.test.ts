// Ballots after an option has left the paper: nothing of it is left, everything else is as it was.
import { ballotTypeOf } from '../activities/activity.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choicesFor, settingsOf, someNotes } from '../../tests/support/ballots.ts'
import { ACTIVITIES } from '../activities/index.ts'
import { isRefusal } from '../wire.ts'
import { dropChoice, dropKey, dropPick, dropRanked, mergePicks, mergeRanked } from './withdrawal.ts'

describe('an option leaves', () => {
  test('keys, choices, picks, tiers', () => {
    expect(dropKey({ a: 2, b: 1 }, 'a')).toEqual({ b: 1 })
    expect(dropChoice('b', 'a')).toBe('b')
    expect(dropPick(['a', 'b'], 'a')).toEqual(['b'])
    expect(dropRanked([['a'], ['b', 'c'], ['d']], 'b')).toEqual([['a'], ['c'], ['d']])
    expect(dropRanked([['a'], ['b']], 'a')).toEqual([['b']])
  })
  test('a ballot that named nothing else is to be done again; a blank one stays blank', () => {
    expect([dropChoice('a', 'a'), dropPick(['a'], 'a'), dropRanked([['a']], 'a')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(dropPick([], 'a')).toEqual([])
    expect(dropRanked([], 'a')).toEqual([])
  })
})

test('two options become one: named once, at the better of both places', () => {
  expect(mergePicks(['a', 'b', 'c'], 'a', 'b')).toEqual(['b', 'c'])
  expect(mergeRanked([['c'], ['a'], ['b', 'd']], 'b', 'a')).toEqual([['c'], ['a'], ['d']])
  expect(mergeRanked([['b'], ['c'], ['a']], 'b', 'a')).toEqual([['a'], ['c']])
})

const POLLS = ACTIVITIES.filter(({ poll }) => poll?.withoutOption).map(({ kind, poll }) => ({
  kind,
  poll: poll!,
}))

test('fixed choices stay: no option of a resolution, a consent, a scale or a Polak game may leave', () => {
  const leaving = POLLS.map(({ kind }) => kind)
  for (const kind of ['consent', 'fist-to-five', 'gradients', 'polak', 'resolution', 'roti'])
    expect(leaving).not.toContain(kind)
  for (const kind of [
    'dot-vote',
    'single-choice',
    'multiple-choice',
    'approval',
    'ranking',
    'majority-judgment',
  ])
    expect(leaving).toContain(kind)
})

describe.each(POLLS)('$kind', ({ kind, poll }) => {
  const variants = settingsOf(ACTIVITIES.find((activity) => activity.kind === kind)!)
  const scenes = fc
    .tuple(someNotes, fc.constantFrom(...variants))
    .map(([notes, settings]) => poll.paper(notes, settings, (key) => key))
    .chain((paper) => fc.tuple(fc.constant(paper), choicesFor(ballotTypeOf(poll, paper), paper), fc.nat(1)))

  test('what is left stands on the paper that is left, or is to be done again', () => {
    let stood = 0
    const property = fc.property(scenes, ([paper, choice, merging]) => {
      // The last option stays. A kind that never has two is told at once: skips are counted, they do not go on for ever.
      fc.pre(paper.options.length >= 2)
      const ballot = poll.check(paper, choice)
      if (isRefusal(ballot)) return
      const [gone, stays] = paper.options.map((option) => option.id) as [string, string]
      const left = { ...paper, options: paper.options.slice(1), rev: 2 }
      const merged = merging === 1 && poll.merge ? poll.merge(ballot, gone, stays, paper) : undefined
      const after = merged ?? poll.withoutOption!(ballot, gone)
      if (after === undefined) return
      const checked = poll.check(left, after)
      // Too few of something is left to be said; nothing of what has left may still be named.
      if (isRefusal(checked)) {
        expect(checked.code).not.toBe('unknown-option')
        return
      }
      stood++
      expect(checked).toEqual(after)
      poll.count(left, [checked])
    })
    fc.assert(property)
    expect(stood).toBeGreaterThan(20)
  })
})
