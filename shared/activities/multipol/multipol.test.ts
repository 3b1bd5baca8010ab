import { expect, test } from 'vitest'
import { multipol, type ActionsPaper } from './activity.ts'
import type { ActionsCount } from './count.ts'
import { readPolicy } from './policies.ts'

const poll = multipol.poll!
const options = ['Fonds', 'Appli'].map((label, i) => ({ id: `o${i}`, label }))
const paperOf = (more: object = {}) =>
  poll.paper(
    [],
    multipol.settings.parse({
      options,
      criteria: ['Coût', 'Délai'],
      policies: ['Sobre : 3 1', 'Vite'],
      ratings: 1,
      ...more,
    }),
    (key, params) => (key === 'equal' ? `Égale : ${params!['weights']}` : key),
    { here: 2, members: [] },
  ) as ActionsPaper
const count = (ballots: object[], paper = paperOf()) => poll.count(paper, ballots) as ActionsCount

test('a policy has its weights, or the room judges them', () => {
  expect(readPolicy('Sobre : 5 3, 2', 3)).toEqual({ name: 'Sobre', weights: [5, 3, 2] })
  expect(readPolicy('Sobre : 5 3', 3)).toEqual({ name: 'Sobre : 5 3', weights: null })
  expect(readPolicy('Sobre : 0 0', 2).weights).toBeNull()
  expect(readPolicy('Vite', 2)).toEqual({ name: 'Vite', weights: null })
})

test('marks are medians, weighted by each policy, the best and steadiest action first', () => {
  const marks = { 'mark-0-0': 10, 'mark-0-1': 14, 'mark-1-0': 12, 'mark-1-1': 6 }
  const { actions, order, weighing } = count([{ ...marks, 'weight-0-0': '1,3' }])
  expect(weighing).toEqual([0, 1])
  expect(actions[0]).toMatchObject({ perPolicy: ['11', '13'], mean: '12', variance: '1', sd: 1 })
  expect(actions[1]).toMatchObject({ perPolicy: ['21/2', '15/2'], mean: '9' })
  expect(order).toEqual([0, 1])
})

test('an action without a mark for each criterion is not compared, and the desk is told', () => {
  const result = count([{ 'mark-0-0': 10, 'mark-0-1': 14, 'mark-1-0': 12 }])
  expect([result.actions[1], result.order, result.weighing]).toEqual([null, [0], [0]])
  const told = poll.advise!(paperOf(), result, []).map(({ key }) => key)
  expect(told).toEqual(['advice.unjudged', 'advice.noWeight'])
  expect(count([]).order).toEqual([])
})

test('ten points of a policy are shared out in one answer, and the room is their median', () => {
  const paper = paperOf()
  expect(paper.options.map(({ id }) => id).at(-1)).toBe('weight-0-0')
  for (const points of ['5,6', '0,0', '5', '5,5,0', '-1,5', '5;5', 10])
    expect(poll.check(paper, { 'weight-0-0': points })).toMatchObject({ code: 'bad-request' })
  const { weights } = count([{ 'weight-0-0': '7,3' }, { 'weight-0-0': '4,4' }, { 'weight-0-0': '10,0' }])
  expect(weights[1]).toEqual(['7', '3'])
})

test('without policies all criteria weigh the same', () => {
  const paper = paperOf({ policies: [] })
  expect(paper.policies).toEqual([{ name: 'Égale', weights: [1, 1] }])
  expect(poll.check(paper, { 'mark-0-0': 21 })).toMatchObject({ code: 'bad-request' })
  expect(poll.before!(paper.subjects, {})).toEqual([])
  expect(poll.before!([], {}).map(({ key }) => key)).toEqual(['advice.least', 'advice.noCriterion'])
})

test('documents show the actions on their plane; where none has all its marks, that is said', () => {
  const reportOf = (ballot: Record<string, number | string>) => {
    const round = { type: 'cells', paper: paperOf(), result: count([ballot]), voted: 1 }
    return multipol.report({ settings: {}, notes: [], rounds: [round], t: (key: string) => key } as never)
  }
  const [block] = reportOf({ 'mark-0-0': 12, 'mark-0-1': 8, 'mark-1-0': 10, 'mark-1-1': 10 })
  if (block?.type !== 'drawing') throw new Error('nothing is drawn')
  const said = block.drawing.marks.flatMap((mark) => (mark.is === 'words' ? mark.lines : []))
  expect(said).toEqual(expect.arrayContaining(['Fonds', 'Appli', 'corner.robust']))
  expect(reportOf({ 'mark-0-0': 12 }).slice(0, 2)).toMatchObject([
    { type: 'table' },
    { type: 'text', text: 'nothingWhole' },
  ])
})
