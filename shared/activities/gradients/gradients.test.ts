import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuse } from '../../wire.ts'
import { gradients, type GradientCount, type GradientPaper } from './activity.ts'
import { readGradients, type GradientRule } from './count.ts'

const poll = gradients.poll!
const paperOf = (s: object = {}) => poll.paper([], gradients.settings.parse(s), (key) => key) as GradientPaper
const RULE: GradientRule = paperOf()
const counts = fc.array(fc.nat(9), { minLength: 8, maxLength: 8 })

test('the usual thresholds', () => {
  expect(RULE).toMatchObject({
    vetoBlocks: true,
    maxSerious: 0,
    supportThreshold: '3/4',
    enthusiasmThreshold: '1/2',
    discussThreshold: '1/4',
  })
})

test.each([
  [[0, 0, 0, 0, 0, 0, 0, 0], 'no-data', null],
  [[9, 0, 0, 0, 0, 0, 0, 1], 'blocked', '9/10'],
  [[9, 0, 0, 0, 0, 0, 1, 0], 'contested', '9/10'],
  [[1, 1, 1, 1, 0, 0, 0, 0], 'enthusiastic', '3/4'],
  [[0, 1, 2, 1, 0, 0, 0, 0], 'lukewarm', '3/4'],
  [[1, 1, 0, 1, 1, 0, 0, 0], 'not-ready', '1/2'],
  [[1, 1, 0, 0, 1, 2, 0, 0], 'ambiguous', '2/5'],
])('%j is %s', (histogram, outcome, supportShare) => {
  expect(readGradients(RULE, histogram)).toMatchObject({ outcome, supportShare })
})

test('a room may bear a veto and some serious disagreement, if it said so', () => {
  const rule = { ...RULE, vetoBlocks: false, maxSerious: 1 }
  expect(readGradients(rule, [8, 0, 0, 0, 0, 0, 1, 1]).outcome).toBe('enthusiastic')
  expect(readGradients(rule, [8, 0, 0, 0, 0, 0, 2, 0]).outcome).toBe('contested')
})

test('one veto is enough, whatever the others say', () => {
  const blocked = fc.property(counts, (histogram) => {
    expect(readGradients(RULE, histogram.with(7, 1)).outcome).toBe('blocked')
  })
  fc.assert(blocked)
})

test('where nobody disagrees, one more whole-hearted voice never takes support away', () => {
  const RANK = ['ambiguous', 'not-ready', 'lukewarm', 'enthusiastic']
  const raised = fc.property(counts, (histogram) => {
    const before = histogram.with(6, 0).with(7, 0)
    const after = before.with(0, before[0]! + 1)
    const [was, is] = [before, after].map((all) => RANK.indexOf(readGradients(RULE, all).outcome))
    if (was! >= 2) expect(is).toBeGreaterThanOrEqual(was!)
  })
  fc.assert(raised)
})

test('the share of support is exact', () => {
  const third = { ...RULE, supportThreshold: '1/3' }
  expect(readGradients(third, [0, 0, 1, 2, 0, 0, 0, 0]).outcome).toBe('lukewarm')
})

test('a histogram of other levels is a mistake of ours', () => {
  expect(() => readGradients(RULE, [1, 2, 3])).toThrow()
})

test('a poll takes a level from 1 to 8 and shows the histogram with its reading', () => {
  expect([1, 8].map((level) => poll.check(RULE as GradientPaper, level))).toEqual([1, 8])
  for (const wrong of [0, 9, 1.5, '1', null, [1]])
    expect(poll.check(RULE as GradientPaper, wrong)).toEqual(refuse('bad-request'))
  const result = poll.count(paperOf(), [1, 1, 3, 8]) as GradientCount
  expect(result).toEqual({
    total: 4,
    supportShare: '3/4',
    outcome: 'blocked',
    counts: [2, 0, 1, 0, 0, 0, 0, 1],
  })
})

test('levels may have words of their own', () => {
  expect(paperOf({ labels: ['Oui', 'Plutôt oui'] })).toMatchObject({
    ownLabels: ['Oui', 'Plutôt oui'],
    max: 8,
  })
  expect(paperOf()).not.toHaveProperty('ownLabels')
})
