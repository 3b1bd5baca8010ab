import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { micmac, type InfluencePaper } from './activity.ts'
import { groupCell } from '../../counting/cells.ts'
import { planeOf } from '../../counting/influence-plane.ts'
import { countInfluence, type InfluenceCount } from './cells.ts'
import { analyseStructure } from './count.ts'
import { climber, movesOf } from './drawing.ts'

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
})

const paperOf = (names: string[], more: object = {}) =>
  micmac.poll!.paper(
    [],
    micmac.settings.parse({ options: names.map((id) => ({ id, label: id })), ...more }),
    (key, params) => (key === 'cell' ? `${params!['from']}>${params!['to']}` : key),
    { here: 2, members: [] },
  ) as InfluencePaper

test('the room’s matrix is made of the cells of the phones', () => {
  const ballots = [{ 'cell-0-1': 3, 'cell-1-0': 0 }, { 'cell-0-1': 1 }, { 'cell-0-1': 3 }]
  const { matrix, answers, discuss, direct, empty, few } = countInfluence(paperOf(['a', 'b']), ballots)
  expect(matrix).toEqual([
    [0, 3],
    [0, 0],
  ])
  expect(answers).toEqual([
    [0, 3],
    [1, 0],
  ])
  expect(discuss).toEqual([[0, 1]])
  expect([empty, few]).toEqual([0, 1])
  expect(direct.quadrants).toEqual(['driver', 'result'])
})

test('a potential influence is nothing today, and strong in the potential run', () => {
  const ballots = [{ 'cell-0-1': 'P' }]
  const real = countInfluence(paperOf(['a', 'b']), ballots)
  expect([real.matrix[0], real.potential]).toEqual([[0, 0], [[0, 1]]])
  expect(countInfluence(paperOf(['a', 'b'], { potential: true }), ballots).matrix[0]).toEqual([0, 3])
})

test('a paper has a cell for each variable on each other one, up to fifteen variables', () => {
  const paper = paperOf(['a', 'b', 'c'])
  expect(paper.options.map(({ label }) => label)).toEqual(['a>b', 'a>c', 'b>a', 'b>c', 'c>a', 'c>b'])
  expect(paper.deal).toEqual({ each: 6, ratings: 3 })
  expect(micmac.poll!.check(paper, { 'cell-0-1': 3, 'cell-2-1': null })).toEqual({ 'cell-0-1': 3 })
  expect(micmac.poll!.check(paper, { 'cell-0-0': 1 })).toMatchObject({ code: 'unknown-option' })
  expect(micmac.poll!.check(paper, { 'cell-0-1': 4 })).toMatchObject({ code: 'bad-request' })
  const many = paperOf(Array.from({ length: 20 }, (_, i) => `v${i}`))
  expect([many.subjects.length, many.options.length]).toEqual([20, 210])
  expect(micmac.poll!.before!(many.subjects, {})).toEqual([
    { key: 'advice.most', params: { count: 20, most: 15 } },
  ])
})

test('the desk is told what a matrix lacks, and nothing of one that is whole', () => {
  const paper = paperOf(['a', 'b', 'c'], { ratings: 1 })
  const told = (ballots: object[]) =>
    micmac.poll!.advise!(paper, micmac.poll!.count(paper, ballots), []).map(({ key }) => key)
  const all = (value: number) => Object.fromEntries(paper.options.map(({ id }) => [id, value]))
  expect(told([])).toEqual([])
  expect(told([all(0)])).toEqual(['advice.nothing'])
  expect(told([{ 'cell-0-1': 3 }, { 'cell-0-1': 1 }])).toEqual([
    'advice.empty',
    'advice.discuss',
    'advice.nilpotent',
  ])
  expect(told([all(1)])).toEqual([])
})

test('the worked example drawn: the legal frame climbs from third to first', () => {
  const count: InfluenceCount = {
    ...countInfluence(paperOf(['a', 'b']), []),
    direct: {
      influence: [8, 3, 11],
      dependence: [1, 9, 2],
      rankInfluence: [2, 3, 1],
      rankDependence: [3, 1, 2],
      quadrants: [],
    },
    history: [
      {
        power: 2,
        influence: [9, 1, 5],
        dependence: [1, 1, 1],
        rankInfluence: [1, 3, 2],
        rankDependence: [1, 1, 1],
      },
    ],
    powerUsed: 2,
  }
  const moves = movesOf(count)
  expect(moves).toEqual([
    { index: 0, from: 1, to: 0, gain: 1 },
    { index: 1, from: 2, to: 2, gain: 0 },
    { index: 2, from: 0, to: 1, gain: -1 },
  ])
  expect(climber(moves)?.index).toBe(0)
  const { spots, cut } = planeOf([{ id: 'a', label: 'a' }], { influence: [0], dependence: [4] })
  expect([spots[0]!.x, spots[0]!.y, cut.y]).toEqual([4 / (4 * 1.06), 0, 0])
})
