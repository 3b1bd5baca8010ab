// Rows of a vote with several picks: by rank, with their part of the ballots that count.
import { expect, test } from 'vitest'
import { countPicks } from '../../../shared/counting/picks.ts'
import { pickRows, pickTable } from './picks.ts'

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))
const result = countPicks({ options: ['a', 'b', 'c'], min: 1, max: 3 }, [['b'], ['b', 'c'], ['c'], []])
const t = (key: string, params = {}) => `${key} ${Object.values(params).join(' ')}`.trim()

test('options by rank, ties in the order of the paper', () => {
  const rows = pickRows(options, result, (id) => id === 'b', t)
  expect(rows.map(({ id, rank, kept }) => [id, rank, kept])).toEqual([
    ['b', 1, true],
    ['c', 1, false],
    ['a', 3, false],
  ])
  expect(rows[0]).toMatchObject({ figure: 'chart.percent 66.7', detail: 'votes 2' })
})

test('the table holds every figure', () => {
  expect(
    pickTable(
      pickRows(options, result, () => true, t),
      result,
      t,
    ).rows,
  ).toEqual([
    [1, 'B', 2, 'chart.percent 66.7'],
    [1, 'C', 2, 'chart.percent 66.7'],
    [3, 'A', 0, 'chart.percent 0'],
  ])
})
