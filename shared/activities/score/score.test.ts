import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuse } from '../../wire.ts'
import { score, type ScoreCount } from './activity.ts'
import { countScores, type ScoreBallot, type ScoreRule } from './count.ts'

const RULE: ScoreRule = {
  options: ['a', 'b', 'c'],
  min: 0,
  max: 5,
  missing: 'ignore',
  minParticipation: '1/2',
}
const grade = fc.option(fc.integer({ min: 0, max: 5 }))
const ballots = fc.array(fc.record({ a: grade, b: grade, c: grade }))
const repeat = (times: number, ballot: ScoreBallot) => new Array<ScoreBallot>(times).fill(ballot)

// The capital of Tennessee: Wikipedia, "Score voting".
test('Nashville is the capital of Tennessee by score', () => {
  const votes = [
    ...repeat(42, { memphis: 10, nashville: 4, chattanooga: 2, knoxville: 0 }),
    ...repeat(26, { memphis: 0, nashville: 10, chattanooga: 4, knoxville: 2 }),
    ...repeat(15, { memphis: 0, nashville: 6, chattanooga: 10, knoxville: 6 }),
    ...repeat(17, { memphis: 0, nashville: 5, chattanooga: 7, knoxville: 10 }),
  ]
  const options = ['memphis', 'nashville', 'chattanooga', 'knoxville']
  const { results } = countScores({ ...RULE, options, max: 10 }, votes)
  expect(options.map((option) => results[option]!.sum)).toEqual([420, 603, 457, 312])
  expect(options.map((option) => results[option]!.rank)).toEqual([3, 1, 2, 4])
})

test('no opinion counts for nothing, or for the lowest score', () => {
  const votes = [
    { a: 5, b: 4, c: 5 },
    { a: 3, b: 3, c: null },
    { a: 2, b: 3 },
    { a: null, b: 3 },
  ]
  const means = (missing: ScoreRule['missing']) =>
    Object.values(countScores({ ...RULE, missing }, votes).results).map(({ mean, rank }) => [mean, rank])
  expect(means('ignore')).toEqual([
    ['10/3', 1],
    ['13/4', 2],
    ['5', null],
  ])
  expect(means('min')).toEqual([
    ['5/2', 2],
    ['13/4', 1],
    ['5/4', 3],
  ])
})

test('an option that nobody scored has no mean and no rank, even without a floor', () => {
  const { results } = countScores({ ...RULE, minParticipation: '0' }, [{ a: 0 }])
  expect(results['b']).toMatchObject({ n: 0, mean: null, median: null, rated: false, rank: null })
  expect(results['a']).toMatchObject({ mean: '0', rank: 1 })
})

test('exactly the floor is enough', () => {
  const votes = [{ a: 1, b: 1 }, { a: 1, b: 1 }, { a: 1 }]
  const ranks = (minParticipation: string) =>
    countScores({ ...RULE, minParticipation }, votes).results['b']!.rank
  expect([ranks('2/3'), ranks('0.67')]).toEqual([1, null])
})

test('equal means: the higher median first, then the more highest scores', () => {
  const ranks = (a: number[], b: number[]) => {
    const { results } = countScores(
      RULE,
      a.map((value, i) => ({ a: value, b: b[i]! })),
    )
    return [results['a']!.rank, results['b']!.rank]
  }
  expect(ranks([1, 4, 4], [2, 2, 5])).toEqual([1, 2])
  expect(ranks([1, 3, 5], [2, 3, 4])).toEqual([1, 2])
  expect(ranks([5, 3, 1], [1, 3, 5])).toEqual([1, 1])
})

test('a higher score never lowers an option that is ranked', () => {
  const raised = fc.property(ballots, fc.nat(), (votes, at) => {
    fc.pre(votes.length > 0)
    const ballot = votes[at % votes.length]!
    fc.pre(ballot.a !== null && ballot.a < 5)
    const more = votes.with(at % votes.length, { ...ballot, a: ballot.a! + 1 })
    const [was, is] = [votes, more].map((list) => countScores(RULE, list).results['a']!.rank)
    expect(is ?? 4).toBeLessThanOrEqual(was ?? 4)
  })
  fc.assert(raised)
})

test('every ballot twice changes nobody’s rank, and sums of sessions are the sums of the whole', () => {
  const pooled = fc.property(ballots, (votes) => {
    const [once, twice] = [votes, [...votes, ...votes]].map((list) => countScores(RULE, list).results)
    for (const option of RULE.options) {
      expect(twice![option]!.rank).toBe(once![option]!.rank)
      expect(twice![option]!.sum).toBe(2 * once![option]!.sum)
    }
  })
  fc.assert(pooled)
})

test('a poll counts what it took, and shows how the scores are spread', () => {
  const poll = score.poll!
  const options = [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ]
  const paper = poll.paper([], score.settings.parse({ options, max: 3 }), (key) => key)
  expect(poll.check(paper, { a: 3, b: null })).toEqual({ a: 3 })
  expect(poll.check(paper, { a: 4 })).toEqual(refuse('bad-request'))
  const result = poll.count(paper, [{ a: 3 }, { a: 3, b: 0 }, {}]) as ScoreCount
  expect(result).toMatchObject({ voters: 3, counts: { a: [0, 0, 0, 2], b: [1, 0, 0, 0] } })
  expect(result.results['b']).toMatchObject({ rated: false, rank: null })
})

test.each([{ min: 5 }, { min: 5, max: 5 }, { minParticipation: '3/2' }, { minParticipation: '1/0' }])(
  '%j is no scale',
  (wrong) => {
    expect(score.settings.safeParse(wrong).success).toBe(false)
  },
)

test('a share may be written as a number', () => {
  expect(score.settings.parse({ minParticipation: 0.25 })).toMatchObject({ minParticipation: '0.25' })
})
