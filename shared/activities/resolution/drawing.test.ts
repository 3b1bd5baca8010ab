// The bar of a resolution shows the base of its majority, and the mark stands where it is carried.
import { expect, test } from 'vitest'
import { countResolution, type Choice } from './count.ts'
import { quorumGauge, shareBar } from './drawing.ts'

const votes = (yes: number, no: number, abstain = 0): Choice[] => [
  ...new Array<Choice>(yes).fill('for'),
  ...new Array<Choice>(no).fill('against'),
  ...new Array<Choice>(abstain).fill('abstain'),
]
const room = { registered: 200, present: 0, represented: 0 }
const rule = { rule: 'simple' as const, quorum: { num: 1, den: 5, minAbsolute: 0 }, room }

test('votes expressed fill the bar, the mark stands just beyond the half', () => {
  const { parts, mark } = shareBar(countResolution(rule, votes(41, 39, 8)))
  expect(parts.map(({ id, width }) => [id, width])).toEqual([
    ['for', 51.25],
    ['against', 48.75],
  ])
  expect(mark).toBe(51.25)
})

test('where all present voices count, those who are neither for nor against stand between', () => {
  const result = countResolution({ ...rule, rule: 'absolute-present' }, votes(6, 2, 2))
  expect(shareBar(result).parts.map(({ id, votes }) => [id, votes])).toEqual([
    ['for', 6],
    ['rest', 2],
    ['against', 2],
  ])
})

test('nobody for and nobody against is an empty bar', () => {
  expect(shareBar(countResolution(rule, votes(0, 0, 3)))).toEqual({ parts: [], mark: 100 })
})

test('the gauge of the quorum is a part of the registered', () => {
  expect(quorumGauge({ counted: 50, needed: 40, reached: true }, room)).toEqual({ filled: 25, mark: 20 })
  expect(quorumGauge({ counted: 9, needed: 12, reached: false }, { ...room, registered: 0 })).toEqual({
    filled: 75,
    mark: 100,
  })
})
