// Ties as the results of the methods tell them.
import { expect, test } from 'vitest'
import { countPicks } from '../../../shared/counting/picks.ts'
import { seated } from '../../../shared/activities/approval/count.ts'
import { countSingle } from '../../../shared/activities/single-choice/count.ts'
import { judge } from '../../../shared/activities/majority-judgment/count.ts'
import { goingOn, tiedOptions } from './ties.ts'

const IDS = ['a', 'b', 'c']
const OPTIONS = IDS.map((id) => ({ id, label: id }))

test('approval: those that the last seat cuts', () => {
  const rule = { options: IDS, min: 0, max: 3 }
  const one = seated(countPicks(rule, [['a', 'b'], ['a'], ['b', 'c']]), IDS, 1)
  expect(tiedOptions(OPTIONS, one)).toEqual(['a', 'b'])
})

test('single choice: those in front together, and those that go on', () => {
  const tie = countSingle(IDS, 'plurality', ['a', 'b'])
  expect(tiedOptions(OPTIONS, tie)).toEqual(['a', 'b'])
  const runoff = countSingle(IDS, 'absolute', ['a', 'a', 'b', 'b', 'c'])
  expect(goingOn(OPTIONS, runoff)).toEqual(['a', 'b'])
})

test('ranks by option and ranks in the order of the paper', () => {
  expect(tiedOptions(OPTIONS, { ranks: { a: 1, b: 2, c: 2 } })).toEqual(['b', 'c'])
  const grades = judge(
    [
      [0, 2],
      [2, 0],
      [0, 2],
    ],
    { missing: 'none' },
  )
  expect(tiedOptions(OPTIONS, grades)).toEqual(['a', 'c'])
})

test('no tie, no result', () => {
  expect(tiedOptions(OPTIONS, { ranks: { a: 1, b: 2, c: 3 } })).toEqual([])
  expect(tiedOptions(OPTIONS, undefined)).toEqual([])
  expect(goingOn(OPTIONS, { ranks: { a: null, b: null } })).toEqual([])
})
