// Two camps that agree on one thing: the wall names it first, and what marks each of them.
import { expect, test } from 'vitest'
import { countOpinions, type Opinions } from './count.ts'
import { fitLists, marking, sharedBy } from './statements.ts'

const options = ['bikes', 'cars', 'trees', 'buses'].map((id) => ({ id, label: id.toUpperCase() }))
const camp = (people: number, opinion: Opinions) => Array.from({ length: people }, () => opinion)
const ballots = [
  ...camp(9, { bikes: 1, cars: -1, trees: 1, buses: 1 }),
  ...camp(7, { bikes: -1, cars: 1, trees: 1, buses: -1 }),
]
const rule = { minVotes: 3, greedyFloor: 15, maxK: 5 }
const result = countOpinions(['bikes', 'cars', 'trees', 'buses'], rule, ballots)

test('what all groups share comes first', () => {
  expect(sharedBy(options, result, 1)).toEqual([{ label: 'TREES', side: 'agree', people: 16, seen: 16 }])
})

test('what only one camp wants is nobody’s common ground', () => {
  expect(sharedBy(options, result, 4).map(({ label }) => label)).toEqual(['TREES'])
})

test('each group has its mark, counted inside it', () => {
  const marks = marking(options, result, 1)
  expect(marks.map(({ letter, people, seen }) => [letter, people, seen])).toEqual([
    ['A', 9, 9],
    ['B', 7, 7],
  ])
})

test('groups that do not stand apart are not described', () => {
  const few = countOpinions(['bikes', 'cars', 'trees', 'buses'], rule, ballots.slice(0, 3))
  expect(few.clear).toBe(false)
  expect(marking(options, few, 2)).toEqual([])
})

test('statements are set in two lines where that fits, and marks are left out last', () => {
  expect(fitLists(700, 1, 2)).toEqual({ lines: 2, each: 2 })
  expect(fitLists(500, 1, 2)).toEqual({ lines: 1, each: 2 })
  expect(fitLists(470, 1, 2)).toEqual({ lines: 2, each: 1 })
  expect(fitLists(300, 4, 3)).toEqual({ lines: 1, each: 1 })
})
