import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, fraction, showFraction, subtract, sumOf } from '../../counting/fraction.ts'
import { mactor, type ActorsPaper } from './activity.ts'
import type { ActorsCount } from './cells.ts'
import { aimsOf, tiesOf } from './drawing.ts'
import { analyseActors } from './count.ts'

const table = (min: number, max: number, columns: number) =>
  fc.array(fc.array(fc.integer({ min, max }), { minLength: columns, maxLength: columns }), {
    minLength: 3,
    maxLength: 3,
  })
const rooms = fc.record({
  mid: table(0, 4, 3).map((rows) => rows.map((row, a) => row.map((cell, b) => (a === b ? 0 : cell)))),
  positions: table(-4, 4, 2),
})

test('weights have a mean of one, or are all zero', () => {
  const normed = fc.property(rooms, ({ mid, positions }) => {
    const { weightNorm } = analyseActors(mid, positions)
    expect(['0', '3']).toContain(showFraction(sumOf(weightNorm)))
  })
  fc.assert(normed)
})

test('two actors converge and diverge alike, whoever is asked', () => {
  const even = fc.property(rooms, ({ mid, positions }) => {
    for (const { convergence, divergence } of analyseActors(mid, positions).orders)
      for (const a of [0, 1, 2])
        for (const b of [0, 1, 2]) {
          expect(convergence[a]![b]).toEqual(convergence[b]![a])
          expect(divergence[a]![b]).toEqual(divergence[b]![a])
        }
  })
  fc.assert(even)
})

test('an objective that all want is mobilised as much as it nets', () => {
  const { mobilisation, net } = analyseActors(
    [
      [0, 1],
      [2, 0],
    ],
    [
      [3, 2],
      [1, -2],
    ],
  )
  expect(net[0]).toEqual(mobilisation[0])
  expect(subtract(mobilisation[1]!, net[1]!)).not.toEqual(fraction(0))
})

test('actors without influence or opinions break nothing', () => {
  const { weightNorm, orders, mobilisation } = analyseActors(
    [
      [0, 0],
      [0, 0],
    ],
    [[0], [0]],
  )
  expect(weightNorm.reduce(add)).toEqual(fraction(0))
  expect(orders[0].ambivalence).toEqual([null, null])
  expect(mobilisation).toEqual([fraction(0)])
})

const options = ['État', 'Ville', 'Coop'].map((label, i) => ({ id: `a${i}`, label }))
const paper = mactor.poll!.paper(
  [],
  mactor.settings.parse({ options, objectives: ['Ouvrir un lieu'], ratings: 1 }),
  (key, params) => (key.startsWith('cell') ? `${params!['from']}>${params!['to']}` : key),
  { here: 3, members: [] },
) as ActorsPaper
const count = (ballots: object[]) => mactor.poll!.count(paper, ballots) as ActorsCount
const told = (ballots: object[]) => mactor.poll!.advise!(paper, count(ballots), []).map(({ key }) => key)

test('both matrices are filled in cell by cell, and dealt out together', () => {
  expect(paper.options).toHaveLength(9)
  expect(paper.deal).toEqual({ each: 3, ratings: 1 })
  expect(mactor.poll!.check(paper, { 'mid-0-1': 4, 'mao-2-0': -4 })).toEqual({ 'mid-0-1': 4, 'mao-2-0': -4 })
  expect(mactor.poll!.check(paper, { 'mid-0-1': -1 })).toMatchObject({ code: 'bad-request' })
  expect(mactor.poll!.check(paper, { 'mid-1-1': 1 })).toMatchObject({ code: 'unknown-option' })
})

test('positions that meet are allies, and positions that clash are opposed', () => {
  const result = count([
    { 'mid-0-1': 2, 'mid-1-2': 2, 'mid-2-0': 1, 'mao-0-0': 3, 'mao-1-0': 2, 'mao-2-0': -1 },
  ])
  expect(result.positions).toEqual([[3], [2], [-1]])
  const { allied, opposed } = tiesOf(result, 8)
  expect(allied.map(({ a, b }) => [a, b])).toEqual([[0, 1]])
  expect(opposed.map(({ a, b }) => [a, b])).toEqual([
    [0, 2],
    [1, 2],
  ])
  const [aim] = aimsOf(paper, result)
  expect(aim!.pro - aim!.contra).toBeCloseTo(aim!.net)
})

test('the desk is told what is missing', () => {
  expect(told([])).toEqual([])
  expect(told([{ 'mid-0-1': 0 }])).toEqual(['advice.empty', 'advice.noInfluence', 'advice.noSide'])
  const before = (subjects: typeof options) => mactor.poll!.before!(subjects, {}).map(({ key }) => key)
  expect(before(options)).toEqual(['advice.noObjective'])
  expect(before([])).toEqual(['advice.least', 'advice.noObjective'])
})
