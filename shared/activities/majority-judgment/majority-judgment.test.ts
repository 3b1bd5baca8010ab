import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTranslate } from '../../i18n/translate.ts'
import { drawChart } from '../../report/chart.ts'
import { refuse } from '../../wire.ts'
import { majorityJudgment, type GradePaper } from './activity.ts'
import { isLopsided, judge, mergeTallies, tallyGrades, type JudgmentResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { majorityValue, partingOf } from './value.ts'

const equal = { missing: 'none' } as const
const tally = fc.array(fc.nat(4), { minLength: 4, maxLength: 4 })
const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0)
/** Two tallies with as many ballots of each. */
const pair = fc
  .tuple(tally, tally)
  .filter(([a, b]) => total(a) > 0 && total(b) > 0)
  .map(([a, b]) => [a.map((count) => count * total(b)), b.map((count) => count * total(a))] as const)

/** The rule as it is told: take the lower middle grade, remove that ballot, and again. */
function removed(counts: readonly number[]): number[] {
  const ballots = counts.flatMap((count, grade) => new Array<number>(count).fill(grade))
  const value: number[] = []
  while (ballots.length > 0) value.push(...ballots.splice(Math.floor((ballots.length - 1) / 2), 1))
  return value
}

function compareLists(a: number[], b: number[]): number {
  const at = a.findIndex((grade, i) => grade !== b[i])
  return at === -1 ? 0 : a[at]! - b[at]!
}

test('the majority value is what removing ballots one by one meets', () => {
  const told = fc.property(tally, (counts) => {
    expect(majorityValue(counts.map(BigInt))).toEqual(removed(counts))
  })
  fc.assert(told, { numRuns: 500 })
})

test('only the worst first is written on a paper, and it moves no count', () => {
  const paperOf = (first?: string) =>
    majorityJudgment.poll!.paper([], majorityJudgment.settings.parse({ first }), (key) => key)
  expect(paperOf()).not.toHaveProperty('first')
  expect(paperOf('worst')).toEqual({ ...paperOf('best'), first: 'worst' })
})

test('two proposals part where their values first differ, and rank accordingly', () => {
  const agree = fc.property(pair, ([a, b]) => {
    const [inA, inB] = [removed(a), removed(b)]
    const at = inA.findIndex((grade, i) => grade !== inB[i])
    const expected = at === -1 ? null : { removed: BigInt(at), grades: [inA[at], inB[at]] }
    expect(partingOf(a.map(BigInt), b.map(BigInt))).toEqual(expected)
    const order = Math.sign(compareLists(inA, inB))
    expect(judge([a, b], equal).ranks).toEqual(order === 0 ? [1, 1] : order > 0 ? [1, 2] : [2, 1])
  })
  fc.assert(agree, { numRuns: 300 })
})

test('the gauge never contradicts the rank (Balinski & Laraki)', () => {
  const gauged = fc.property(pair, ([a, b]) => {
    const { gauge, ranks } = judge([a, b], equal)
    const key = ({ median, p, q, sign }: NonNullable<(typeof gauge)[0]>) =>
      sign === '+' ? [median, 1, p] : [median, 0, -q]
    const order = compareLists(key(gauge[0]!), key(gauge[1]!))
    if (order > 0) expect(ranks).toEqual([1, 2])
    if (order < 0) expect(ranks).toEqual([2, 1])
  })
  fc.assert(gauged, { numRuns: 300 })
})

test('only identical tallies tie', () => {
  const tied = fc.property(pair, ([a, b]) => {
    expect(judge([a, b], equal).ranks.join() === '1,1').toBe(a.join() === b.join())
  })
  fc.assert(tied)
})

const GRADES = 4
const grade = fc.integer({ min: 0, max: GRADES - 1 })
const ballots = fc.array(fc.record({ a: grade, b: grade, c: grade }), { minLength: 1 })
const ranksOf = (list: Record<string, number>[], options = ['a', 'b', 'c']) =>
  judge(tallyGrades(options, GRADES, list), equal).ranks

test('a better grade never lowers a proposal', () => {
  const raised = fc.property(ballots, fc.nat(), (list, at) => {
    const ballot = list[at % list.length]!
    fc.pre(ballot.a < GRADES - 1)
    const more = list.with(at % list.length, { ...ballot, a: ballot.a + 1 })
    expect(ranksOf(more)[0]).toBeLessThanOrEqual(ranksOf(list)[0]!)
  })
  fc.assert(raised)
})

test('a proposal that leaves changes nothing between the others, and every ballot twice neither', () => {
  const apart = fc.property(ballots, (list) => {
    const [a, b] = ranksOf(list)
    const order = Math.sign(a! - b!)
    const [alone, other] = ranksOf(list, ['a', 'b'])
    expect(Math.sign(alone! - other!)).toBe(order)
    expect(ranksOf([...list, ...list])).toEqual(ranksOf(list))
    expect(ranksOf(list, ['c', 'b', 'a'])).toEqual(ranksOf(list).toReversed())
  })
  fc.assert(apart)
})

test('ten billion ballots are as exact as ten', () => {
  const most = 5_400_000_000
  const { ranks, gauge, value } = judge(
    [
      [most, 0, most],
      [most, 1, most - 1],
      [most - 1, 2, most - 1],
    ],
    equal,
  )
  expect(ranks).toEqual([2, 3, 1])
  expect(gauge[0]).toEqual({ median: 0, p: most, q: 0, sign: '+' })
  expect(value).toBeUndefined()
})

test('missing grades count for the worst, for the middle, or for nothing', () => {
  const given = [
    [0, 2, 2],
    [0, 1, 1],
  ]
  const filled = (missing: 'StaticDefault' | 'MedianDefault' | 'Normalized') =>
    judge(given, { missing, participants: 4 })
  expect(filled('StaticDefault').tallies[1]).toEqual([2, 1, 1])
  expect(filled('MedianDefault').tallies[1]).toEqual([0, 3, 1])
  expect(filled('Normalized')).toMatchObject({ tallies: given, ranks: [1, 1] })
  expect(
    judge(
      [
        [0, 0, 0],
        [4, 0, 0],
      ],
      { missing: 'Normalized' },
    ),
  ).toMatchObject({
    ranks: [2, 1],
    gauge: [null, { median: 0 }],
  })
})

test('sessions merge by adding their tallies, and only on the same paper', () => {
  const merged = fc.property(ballots, ballots, (lille, paris) => {
    const tallies = [lille, paris].map((list) => tallyGrades(['a', 'b'], GRADES, list))
    expect(mergeTallies(tallies)).toEqual(tallyGrades(['a', 'b'], GRADES, [...lille, ...paris]))
  })
  fc.assert(merged)
  expect(() => mergeTallies([[[1, 2]], [[1, 2, 3]], [[1]]])).toThrow()
  expect(() => mergeTallies([[[1]], [[1], [2]]])).toThrow()
})

const OPTIONS = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() }))
const poll = majorityJudgment.poll!
const paperOf = (s: object = {}) =>
  poll.paper([], majorityJudgment.settings.parse({ options: OPTIONS, ...s }), (key) => key) as GradePaper

test('a ballot judges every proposal, unless the desk lets it be', () => {
  expect(paperOf().grades).toHaveLength(6)
  expect(poll.check(paperOf(), { b: 5, a: 0 })).toEqual({ a: 0, b: 5 })
  expect(poll.check(paperOf(), { a: 0 })).toEqual(refuse('bad-request'))
  expect(poll.check(paperOf(), { a: 0, b: 6 })).toEqual(refuse('bad-request'))
  expect(poll.check(paperOf({ grades: 7 }), { a: 0, b: 6 })).toEqual({ a: 0, b: 6 })
  expect(poll.check(paperOf({ requireAll: false }), { a: 0 })).toEqual({ a: 0 })
})

test('a blank ballot judges nobody, so it rejects nobody', () => {
  const paper = paperOf({ requireAll: false })
  const result = poll.count(paper, [{ a: 5 }, {}, { a: 5, b: 4 }]) as JudgmentResult
  expect(result.tallies).toEqual([
    [0, 0, 0, 0, 0, 2],
    [1, 0, 0, 0, 1, 0],
  ])
})

test('the report names the grade and where two proposals part', () => {
  const paper = paperOf()
  const result = poll.count(paper, [
    { a: 4, b: 4 },
    { a: 4, b: 4 },
    { a: 1, b: 2 },
  ])
  const t = createTranslate('fr', messages.fr)
  const settings = majorityJudgment.settings.parse({})
  const round = { paper, result, voted: 3 }
  const [stack, parting] = majorityJudgment.report({
    settings,
    notes: [],
    rounds: [round],
    language: 'fr',
    t,
  })
  expect(stack).toMatchObject({
    type: 'stack',
    levels: ['À rejeter', 'Insuffisant', 'Passable', 'Assez bien', 'Bien', 'Très bien'],
    rows: [
      { rank: 1, label: 'B', counts: [0, 0, 1, 0, 2, 0], mention: 'Bien −' },
      { rank: 2, label: 'A', counts: [0, 1, 0, 0, 2, 0], mention: 'Bien −' },
    ],
  })
  expect(parting).toMatchObject({ text: expect.stringContaining('Passable contre Insuffisant') })
})

test('the report draws its bars in the order of the screens', () => {
  const t = createTranslate('fr', messages.fr)
  const stackOf = (first: string) => {
    const paper = paperOf({ first })
    const round = { paper, result: poll.count(paper, [{ a: 5, b: 0 }]), voted: 1 }
    const settings = majorityJudgment.settings.parse({})
    const [block] = majorityJudgment.report({ settings, notes: [], rounds: [round], language: 'fr', t })
    const drawing = drawChart(block!, String)!
    return drawing.marks.flatMap((mark) => (mark.is === 'words' ? mark.lines : [])).slice(0, 6)
  }
  expect(stackOf('best').at(0)).toBe('Très bien')
  expect(stackOf('worst')).toEqual(stackOf('best').toReversed())
})

test('tallies more than a fifth apart are told to be lopsided', () => {
  expect(
    isLopsided([
      [5, 5],
      [4, 4],
    ]),
  ).toBe(false)
  expect(
    isLopsided([
      [5, 5],
      [4, 3],
    ]),
  ).toBe(true)
  expect([isLopsided([]), isLopsided([[0, 0]])]).toEqual([false, false])
})
