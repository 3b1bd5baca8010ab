import { expect, test } from 'vitest'
import { crossImpact, type ChancePaper } from './activity.ts'
import { ownChecks, type ChanceCount } from './count.ts'

const poll = crossImpact.poll!
const named = (labels: string[]) => labels.map((label, i) => ({ id: `h${i}`, label }))
const paperOf = (labels: string[], more: object = {}) =>
  poll.paper([], crossImpact.settings.parse({ options: named(labels), ...more }), (key) => key) as ChancePaper
const paper = paperOf(['Trains', 'Loyers'], { tolerance: 0 })
const count = (ballots: object[], on = paper) => poll.count(on, ballots) as ChanceCount

/** The published example smic-01: 60 = 80 x 50 + 40 x 50, and its other side: 2/3 of 60, and 1/4 of 40. */
const TOGETHER = { 'chance-0-0': 60, 'chance-1-0': 50, 'if-1-0': 80, 'ifnot-1-0': 40 }
/** smic-02: 56 rebuilt against 70. */
const APART = { 'chance-0-0': 70, 'chance-1-0': 60, 'if-1-0': 80, 'ifnot-1-0': 20 }

test('answers of one side are checked as soon as they are whole', () => {
  expect(ownChecks(paper, TOGETHER)).toEqual([
    { of: 0, under: 1, given: 80, givenNot: 40, stated: 60, rebuilt: 60, gap: 0, together: true },
  ])
  expect(ownChecks(paper, APART)[0]).toMatchObject({ rebuilt: 56, gap: 14, together: false })
  expect(ownChecks(paperOf(['A', 'B'], { tolerance: 14 }), APART)[0]!.together).toBe(true)
  expect(ownChecks(paper, { 'chance-0-0': 60 })).toEqual([])
})

test('whole ballots make scenarios, the likeliest first, and contradictions are met halfway', () => {
  const even = {
    'chance-0-0': 50,
    'chance-1-0': 50,
    'if-1-0': 80,
    'ifnot-1-0': 20,
    'if-0-1': 80,
    'ifnot-0-1': 20,
  }
  const one = count([even, TOGETHER])
  expect(one).toMatchObject({ n: 2, whole: 1, coherent: 1, chances: [55, 50] })
  expect(one.scenarios.map(({ happens, chance, first }) => [happens, chance, first])).toEqual([
    [[false, false], 0.4, 1],
    [[true, true], 0.4, 1],
    [[true, false], 0.1, 0],
    [[false, true], 0.1, 0],
  ])
  const apart = count([{ ...APART, 'if-0-1': 60, 'ifnot-0-1': 60 }])
  expect(apart).toMatchObject({ whole: 1, coherent: 0 })
  expect(apart.scenarios.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 5)
  expect(poll.advise!(paper, apart, []).map(({ key }) => key)).toEqual([
    'advice.apart',
    'advice.roomApart',
    'advice.few',
  ])
})

test('three hypotheses are crossed, a fourth stays out and the desk is told; one has nothing to be crossed with', () => {
  const four = paperOf(['A', 'B', 'C', 'D'])
  expect(four.options).toHaveLength(3 + 6 + 6)
  expect(poll.before!(four.subjects, {})).toEqual([{ key: 'advice.most', params: { count: 4, most: 3 } }])
  expect(poll.before!([], {}).map(({ key }) => key)).toEqual(['advice.least'])
  expect(count([{ 'chance-0-0': 20 }], paperOf(['A'])).scenarios).toEqual([])
  expect(poll.check(paper, { 'chance-0-0': 61 })).toMatchObject({ code: 'bad-request' })
})

test('its scenarios are futures that later exercises may take over', () => {
  const round = { paper, result: count([{ ...TOGETHER, 'if-0-1': 65, 'ifnot-0-1': 25 }]) }
  const legacy = crossImpact.legacy!({ settings: {}, notes: [], round, t: (key: string) => key } as never)
  expect(legacy.worlds?.map(({ id }) => id)[0]).toBe('scenario-11')
  expect(legacy.notes).toHaveLength(2)
})
