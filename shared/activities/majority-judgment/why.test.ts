// The reason between two neighbours is the first step at which they differ.
import { expect, test } from 'vitest'
import { judge } from './count.ts'
import { reasonOf } from './why.ts'

const judged = (...tallies: number[][]) => judge(tallies, { missing: 'none' })

test('different grades speak for themselves', () => {
  expect(reasonOf(judged([0, 0, 3], [0, 3, 0]), 0, 1)).toEqual({ kind: 'grade', above: 2, below: 1 })
  expect(reasonOf(judged([0, 0, 3], [0, 0, 0]), 0, 1)).toEqual({ kind: 'grade', above: 2, below: null })
})

test('equal grades part after some ballots of the middle', () => {
  expect(reasonOf(judged([0, 3, 2], [1, 3, 1]), 0, 1)).toEqual({
    kind: 'parting',
    removed: 2,
    above: 2,
    below: 1,
  })
})

test('identical distributions are a tie', () => {
  expect(reasonOf(judged([1, 2, 1], [1, 2, 1]), 0, 1)).toEqual({ kind: 'tie' })
})

test('scaled tallies of different sizes have no step to be shown', () => {
  const result = judge(
    [
      [0, 2, 2],
      [1, 2, 0],
    ],
    { missing: 'Normalized' },
  )
  expect(result.gauge.map((gauge) => gauge?.median)).toEqual([1, 1])
  expect(reasonOf(result, 0, 1)).toEqual({ kind: 'scaled' })
})
