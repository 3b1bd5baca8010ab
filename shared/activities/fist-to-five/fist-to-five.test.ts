import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuse } from '../../wire.ts'
import { fistToFive } from './activity.ts'
import { countFists } from './count.ts'
import { fingersOf } from './hand.ts'

const hands = fc.array(fc.integer({ min: 0, max: 5 }))

test.each([
  [[5, 4, 3, 3, 4], 'consensus', '19/5'],
  [[5, 5, 5, 2, 4], 'discuss', '21/5'],
  [[5, 5, 5, 5, 0], 'blocked', '4'],
  [[3], 'consensus', '3'],
  [[1, 0], 'blocked', '1/2'],
  [[], 'no-data', null],
])('%j is %s', (values, outcome, mean) => {
  expect(countFists(values)).toMatchObject({ outcome, mean, n: values.length })
})

test('a hand stands as many fingers as it says and folds the others', () => {
  for (const shown of [0, 1, 2, 3, 4, 5]) {
    const { raised, folded } = fingersOf(shown)
    expect([raised.length, folded.length]).toEqual([shown, 5 - shown])
  }
})

test('the lowest hand decides alone', () => {
  const lowest = fc.property(hands, (values) => {
    fc.pre(values.length > 0)
    expect(countFists(values).outcome).toBe(countFists([Math.min(...values)]).outcome)
  })
  fc.assert(lowest)
})

test('sessions merge by adding their histograms', () => {
  const merged = fc.property(hands, hands, (lille, paris) => {
    const [one, two, both] = [lille, paris, [...lille, ...paris]].map((values) => countFists(values).counts)
    expect(one!.map((count, i) => count + two![i]!)).toEqual(both)
  })
  fc.assert(merged)
})

test('hands are secret, unless the team wants to see them', () => {
  const poll = fistToFive.poll!
  const secrecy = (s: object) => poll.secrecy(fistToFive.settings.parse(s))
  expect([secrecy({}), secrecy({ secrecy: 'public' })]).toEqual(['secret', 'public'])
})

test('a hand has from no finger to five', () => {
  const poll = fistToFive.poll!
  const paper = poll.paper([], fistToFive.settings.parse({}), (key) => key)
  expect([0, 5, 6, -1].map((value) => poll.check(paper, value))).toEqual([
    0,
    5,
    refuse('bad-request'),
    refuse('bad-request'),
  ])
})
