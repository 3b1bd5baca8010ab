import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal, refuse } from '../wire.ts'
import { checkPicks, countPicks, type PickRule } from './picks.ts'

const RULE: PickRule = { options: ['a', 'b', 'c', 'd'], min: 1, max: 3 }
const ballots = fc.array(fc.subarray([...RULE.options]))

test.each([
  [
    ['c', 'a'],
    ['a', 'c'],
  ],
  [[], []],
  [['a', 'a'], refuse('bad-request')],
  [['a', 'b', 'c', 'd'], refuse('too-many')],
  [['a', 'e'], refuse('unknown-option')],
  [[['a']], refuse('unknown-option')],
  ['a', refuse('bad-request')],
  [{ 0: 'a', length: 1 }, refuse('bad-request')],
])('%j is taken as %j', (choice, taken) => {
  expect(checkPicks(RULE, choice)).toEqual(taken)
})

test('too few picks are refused, none is a blank ballot', () => {
  expect(checkPicks({ ...RULE, min: 2 }, ['a'])).toEqual(refuse('bad-request'))
  expect(checkPicks({ ...RULE, min: 2 }, [])).toEqual([])
})

test('a ballot is counted exactly where it would have been taken', () => {
  const lists = fc.array(fc.array(fc.constantFrom(...RULE.options), { maxLength: 5 }))
  const agree = fc.property(lists, (cast) => {
    const refused = cast.filter((picks) => isRefusal(checkPicks(RULE, picks))).length
    const result = countPicks(RULE, cast)
    expect(result.refused).toBe(refused)
    expect(result.ballotsCounted + result.blank + refused).toBe(cast.length)
  })
  fc.assert(agree)
})

test('sessions merge by adding their counts', () => {
  const merged = fc.property(ballots, ballots, (lille, paris) => {
    const [one, two, both] = [lille, paris, [...lille, ...paris]].map((cast) => countPicks(RULE, cast))
    for (const option of RULE.options)
      expect(one!.counts[option]! + two!.counts[option]!).toBe(both!.counts[option])
  })
  fc.assert(merged)
})

test('one more pick never lowers an option, and nobody else rises above it', () => {
  const free = { ...RULE, max: 4 }
  const raised = fc.property(ballots, fc.nat(), (cast, at) => {
    const without = cast.findIndex((picks, i) => i >= at % (cast.length + 1) && !picks.includes('a'))
    fc.pre(without !== -1)
    const more = cast.map((picks, i) => (i === without ? [...picks, 'a'] : picks))
    expect(countPicks(free, more).ranks['a']).toBeLessThanOrEqual(countPicks(free, cast).ranks['a']!)
  })
  fc.assert(raised)
})

test('options share one law: renaming them renames the result', () => {
  const renamed = fc.property(ballots, (cast) => {
    const swap = (option: string) => ({ a: 'b', b: 'a' })[option] ?? option
    const [was, is] = [
      countPicks(RULE, cast),
      countPicks(
        RULE,
        cast.map((picks) => picks.map(swap)),
      ),
    ]
    for (const option of RULE.options) {
      expect(is.counts[swap(option)]).toBe(was.counts[option])
      expect(is.ranks[swap(option)]).toBe(was.ranks[option])
    }
  })
  fc.assert(renamed)
})

test('an option that the paper has lost leaves the others as if it had never been there', () => {
  const { options } = RULE
  const lost = fc.property(ballots, (cast) => {
    const rule = { options: options.slice(1), min: 0, max: 4 }
    const never = cast.map((picks) => picks.filter((pick) => pick !== 'a'))
    expect(countPicks(rule, cast)).toEqual(countPicks(rule, never))
  })
  fc.assert(lost)
})
