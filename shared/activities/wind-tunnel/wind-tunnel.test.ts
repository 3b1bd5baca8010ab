import { expect, test } from 'vitest'
import { windTunnelVote, type WindPaper } from './activity.ts'
import { countCells } from './cells.ts'

const poll = windTunnelVote.poll!
const options = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() }))
const paperOf = (s: object) =>
  poll.paper([], windTunnelVote.settings.parse(s), (key, params) =>
    key === 'cell' ? `${params!['option']} in ${params!['scenario']}` : `${key} ${params?.['number']}`,
  ) as WindPaper

test('every option is tested in every scenario', () => {
  const paper = paperOf({ options, scenarios: ['calm', 'storm'] })
  expect(paper.options).toEqual([
    { id: 'cell-0-0', label: 'A in calm' },
    { id: 'cell-0-1', label: 'A in storm' },
    { id: 'cell-1-0', label: 'B in calm' },
    { id: 'cell-1-1', label: 'B in storm' },
  ])
  expect(poll.check(paper, { 'cell-0-1': -2, 'cell-1-1': null })).toEqual({ 'cell-0-1': -2 })
  expect(poll.check(paper, { 'cell-0-1': 3 })).toMatchObject({ ok: false })
})

test('without names there are four scenarios, and a paper never has too many cells', () => {
  const many = Array.from({ length: 200 }, (_, i) => ({ id: `o${i}`, label: `${i}` }))
  const paper = paperOf({ options: many })
  expect(paper.scenarios).toHaveLength(4)
  expect([paper.items.length, paper.options.length]).toEqual([50, 200])
})

test('the worst case decides; an option without a score somewhere is not ranked', () => {
  const ballots = [
    { 'cell-0-0': 2, 'cell-0-1': -2, 'cell-1-0': 0, 'cell-1-1': 0, 'cell-2-0': 2 },
    { 'cell-0-0': 1, 'cell-0-1': -2 },
  ]
  const { results, robustOrder } = countCells(['a', 'b', 'c'], 2, ballots)
  expect(robustOrder).toEqual(['b', 'a'])
  expect(results['a']).toEqual({ cells: [1.5, -2], min: -2, mean: '-1/4', maxRegret: 2 })
  expect(results['b']).toMatchObject({ min: 0, mean: '0', maxRegret: 1.5 })
  expect(results['c']).toEqual({ cells: [2, null], min: null, mean: null, maxRegret: null })
})

test('nobody voted: nothing is ranked', () => {
  expect(countCells(['a'], 2, []).robustOrder).toEqual([])
})

test('the desk is told of gaps, and of a room in which no option stands', () => {
  const paper = paperOf({ options, scenarios: ['Open', 'Closed'] })
  const result = poll.count(paper, [{ 'cell-0-0': -1, 'cell-0-1': 2, 'cell-1-0': 1 }])
  expect(poll.advise!(paper, result, []).map(({ key }) => key)).toEqual(['advice.gaps', 'advice.noneStands'])
  expect(poll.advise!(paper, poll.count(paper, []), [])).toEqual([])
  expect(poll.before!([], {}).map(({ key }) => key)).toEqual(['advice.none'])
})

test('before the vote the room reads futures and options, and the desk is told of too many questions', () => {
  const paper = paperOf({ options, scenarios: ['calm', 'storm'] })
  expect(paper.subjects.map(({ id }) => id)).toEqual(['scenario-0', 'scenario-1', 'a', 'b'])
  const before = (some: typeof options) => poll.before!(paperOf({ options: some }).subjects, {})
  expect(before(options)).toEqual([])
  expect(before([])).toEqual([{ key: 'advice.none' }])
  const many = Array.from({ length: 9 }, (_, i) => ({ id: `o${i}`, label: `${i}` }))
  expect(before(many)).toEqual([{ key: 'advice.many', params: { count: 36, most: 32 } }])
})
