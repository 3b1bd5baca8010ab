import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { micmac, type InfluencePaper } from './activity.ts'
import { countInfluence } from './cells.ts'
import { analyseStructure, cellsPerPerson, groupCell } from './count.ts'

const size = 4
const matrices = fc
  .array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  })
  .map((rows) => rows.map((row, i) => row.map((cell, j) => (i === j ? 0 : cell))))

test('what everybody depends on and what drives everybody change places with the matrix', () => {
  const turned = fc.property(matrices, (matrix) => {
    const other = matrix.map((_, i) => matrix.map((row) => row[i]!))
    const [a, b] = [analyseStructure(matrix, 6), analyseStructure(other, 6)]
    expect(b.direct.influence).toEqual(a.direct.dependence)
    expect(b.history.map(({ rankInfluence }) => rankInfluence)).toEqual(
      a.history.map(({ rankDependence }) => rankDependence),
    )
    expect([b.status, b.powerUsed]).toEqual([a.status, a.powerUsed])
  })
  fc.assert(turned)
})

test('it stops at the first power, from two on, whose ranks stay', () => {
  const stops = fc.property(matrices, (matrix) => {
    const { status, powerUsed, history } = analyseStructure(matrix, 9)
    const ranks = history.map(({ rankInfluence, rankDependence }) =>
      [rankInfluence, rankDependence].join(';'),
    )
    const first = ranks.findIndex((rank, i) => i >= 1 && rank === ranks[i + 1])
    if (status === 'stable') expect(powerUsed).toBe(first + 1)
    else expect([first, powerUsed]).toEqual([-1, history.length])
  })
  fc.assert(stops)
})

test('ranks are exact where floats would tie', () => {
  const big = 2 ** 60
  const { history } = analyseStructure(
    [
      [0, big, 0],
      [big, 0, 0],
      [big, 1, 0],
    ],
    2,
  )
  expect(history[1]!.influence[2]).toBe(history[1]!.influence[0])
  expect(history[1]!.rankInfluence).toEqual([2, 2, 1])
})

test('a cell is what somebody said, and far answers are marked', () => {
  expect(groupCell([])).toEqual({ value: 0, discuss: false })
  expect(groupCell([3, 1])).toEqual({ value: 1, discuss: true })
  expect(groupCell([2, 1, 2])).toEqual({ value: 2, discuss: false })
  expect(cellsPerPerson(2, 100, 1)).toBe(1)
})

test('the room’s matrix is made of the cells of the phones', () => {
  const ballots = [{ 'cell-0-1': 3, 'cell-1-0': 0 }, { 'cell-0-1': 1 }, { 'cell-0-1': 3 }]
  const { matrix, answers, discuss, direct } = countInfluence(2, 9, ballots)
  expect(matrix).toEqual([
    [0, 3],
    [0, 0],
  ])
  expect(answers).toEqual([
    [0, 3],
    [1, 0],
  ])
  expect(discuss).toEqual([[0, 1]])
  expect(direct.quadrants).toEqual(['driver', 'result'])
})

test('a paper has a cell for each variable on each other one', () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, label: id }))
  const paper = micmac.poll!.paper([], micmac.settings.parse({ options }), (key, params) =>
    key === 'cell' ? `${params!['from']}>${params!['to']}` : key,
  ) as InfluencePaper
  expect(paper.options.map(({ label }) => label)).toEqual(['a>b', 'a>c', 'b>a', 'b>c', 'c>a', 'c>b'])
  expect(micmac.poll!.check(paper, { 'cell-0-1': 3, 'cell-2-1': null })).toEqual({ 'cell-0-1': 3 })
  expect(micmac.poll!.check(paper, { 'cell-0-0': 1 })).toMatchObject({ code: 'unknown-option' })
  expect(micmac.poll!.check(paper, { 'cell-0-1': 4 })).toMatchObject({ code: 'bad-request' })
})
