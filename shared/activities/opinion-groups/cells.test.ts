// Small groups: what is told of them, and what the figures of the others would tell.
import { expect, test } from 'vitest'
import { opinionGroups } from './activity.ts'
import { tellable } from './cells.ts'
import { countOpinions, type OpinionResult, type Opinions } from './count.ts'
import { marking, sharedBy } from './statements.ts'

const IDS = ['bikes', 'cars', 'trees', 'buses']
const options = IDS.map((id) => ({ id, label: id }))
const camp = (people: number, opinion: Opinions) => Array.from({ length: people }, () => opinion)
const camps = (large: number, small: number) => [
  ...camp(large, { bikes: 1, cars: -1, trees: 1, buses: 1 }),
  ...camp(small, { bikes: -1, cars: 1, trees: 1, buses: -1 }),
]
const rule = { minVotes: 3, greedyFloor: 15, maxK: 5 }

test('of a group of three no figure is told, nor of the only other one, which would tell it', () => {
  const result = countOpinions(IDS, rule, camps(9, 3))
  const told = tellable(result)
  expect([result.k, told.k]).toEqual([2, 2])
  expect(told.groups.map(({ people }) => people)).toEqual([9, 3])
  expect(Object.values(told.votesByGroup)).toEqual(IDS.map(() => [null, null]))
  expect(told.groups.flatMap(({ marks }) => marks)).toEqual([])
  expect([told.groupAwareAgree, told.groupAwareDisagree]).toEqual([{}, {}])
  expect(marking(options, told, 2)).toEqual([])
  expect(told.agree, 'the whole room is no group').toEqual(result.agree)
})

test('what brings the room together is still named', () => {
  const told = tellable(countOpinions(IDS, rule, camps(9, 3)))
  expect(sharedBy(options, told, 4)).toEqual([{ label: 'trees', side: 'agree', people: 12, seen: 12 }])
})

test('from five on everything is told, and one group alone is the whole room', () => {
  for (const ballots of [camps(9, 5), camps(3, 0), []]) {
    const result = countOpinions(IDS, rule, ballots)
    expect(tellable(result)).toEqual(result)
  }
})

test('of three groups the smallest and the next are left out, statement by statement', () => {
  const result = countOpinions(IDS, rule, camps(9, 9))
  const groups = (last: number) => [[9, 0, 9] as const, [6, 0, 6] as const, [0, last, last] as const]
  const votesByGroup = { bikes: groups(3), cars: groups(5), trees: groups(0) } as never
  const three = { ...result, k: 3, votesByGroup, seen: { bikes: 18, cars: 20, trees: 15 } }
  expect(tellable(three).votesByGroup).toEqual({
    bikes: [[9, 0, 9], null, null],
    cars: groups(5),
    trees: groups(0),
  })
  const loose = { ...three, seen: { bikes: 18, cars: 21, trees: 15 } }
  expect(tellable(loose).votesByGroup['cars'], 'one person is in no group').toEqual([
    [9, 0, 9],
    [6, 0, 6],
    null,
  ])
})

test('a poll tells no more than that', () => {
  const paper = { ...rule, options, rev: 1 }
  const told = opinionGroups.poll!.count(paper, camps(9, 3)) as OpinionResult
  expect(Object.values(told.votesByGroup).flat()).toEqual(new Array(8).fill(null))
})
