import { expect, test } from 'vitest'
import { morphological, readParameter, type MorphologyPaper } from './activity.ts'
import { countPairs, pairsOf } from './pairs.ts'

const poll = morphological.poll!
const LINES = ['Work: employed / independent', 'Place: home / office']
const paperOf = (parameters: string[]) =>
  poll.paper([], morphological.settings.parse({ parameters }), (key, params) =>
    key === 'pair' ? `${params!['first']} + ${params!['second']}` : key,
  ) as MorphologyPaper
const all = (answer: number, times: number) =>
  new Array<Record<string, number>>(times).fill({ 'pair-0-0-1-0': answer })

test('a component is read with its states', () => {
  expect(readParameter('Work : employed/ independent / employed /')).toEqual([
    { name: 'Work', values: ['employed', 'independent'] },
  ])
  expect(readParameter('Hours: 9:00 / 10:00')).toEqual([{ name: 'Hours', values: ['9:00', '10:00'] }])
  expect([': a / b', 'Work', 'Work: one'].flatMap(readParameter)).toEqual([])
})

test('every two states of different components are a card', () => {
  const paper = paperOf(LINES)
  expect(paper.options.map(({ label }) => label)).toEqual([
    'employed + home',
    'employed + office',
    'independent + home',
    'independent + office',
  ])
  expect(poll.check(paper, { 'pair-0-0-1-0': -1 })).toEqual({ 'pair-0-0-1-0': -1 })
  expect(poll.check(paper, { 'pair-0-0-1-0': 2 })).toMatchObject({ ok: false })
})

test('a paper holds as many components as it can', () => {
  const paper = paperOf(Array.from({ length: 12 }, (_, i) => `C${i}: a / b / c`))
  expect(paper.parameters).toHaveLength(7)
  expect(paper.options).toHaveLength(pairsOf(paper.parameters).length)
})

test('half of three answers exclude a pair, a fifth put it in doubt', () => {
  const { parameters } = paperOf(LINES)
  const count = (ballots: Record<string, number>[]) => countPairs(parameters, ballots)
  expect(count(all(-1, 2))).toMatchObject({ excluded: [], doubtful: ['pair-0-0-1-0'], count: 4 })
  expect(count([...all(-1, 2), ...all(1, 2)])).toMatchObject({ excluded: ['pair-0-0-1-0'], count: 3 })
  expect(count([...all(-1, 2), ...all(1, 3)])).toMatchObject({ excluded: [], doubtful: ['pair-0-0-1-0'] })
  expect(count([...all(-1, 1), ...all(1, 5)])).toMatchObject({ excluded: [], doubtful: [] })
  expect(count([...all(-1, 2), ...all(0, 9)])).toMatchObject({ excluded: [], count: 4 })
})
