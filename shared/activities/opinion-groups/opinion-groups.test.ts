import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workOf } from '../../../tests/support/work.ts'
import { showFraction } from '../../counting/fraction.ts'
import { axesOf, positionOf, type Point, type Vote } from './axes.ts'
import { kMeans, silhouette, spotsOf } from './clusters.ts'
import { countOpinions, ownPlace, readVote, type Opinions } from './count.ts'
import { eigenvectors } from './eigen.ts'
import { groupsOf } from './groups.ts'
import { hullOf } from './hull.ts'
import { commonGround, marksOf, ratioOf, together, zOf, type GroupVotes } from './marks.ts'

const RULE = { minVotes: 7, greedyFloor: 15, maxK: 5 }
const vote = fc.constantFrom<Vote[]>(1, -1, 0, null)
const coordinate = fc.integer({ min: -20, max: 20 }).map((value) => value / 4)
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 25 })

describe('axes', () => {
  const square = fc.integer({ min: 1, max: 6 }).chain((size) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  )
  const symmetric = square.map((rows) => rows.map((row, i) => row.map((value, j) => value + rows[j]![i]!)))
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0)

  test('eigenvectors are unit, at right angles, kept in their direction, and the first spreads most', () => {
    const law = fc.property(
      symmetric,
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 }),
      (matrix, other) => {
        const vectors = eigenvectors(matrix)
        const spread = (vector: readonly number[]) =>
          dot(
            vector,
            matrix.map((row) => dot(row, vector)),
          )
        vectors.forEach((vector, i) => {
          matrix.forEach((row, j) => expect(dot(row, vector)).toBeCloseTo(spread(vector) * vector[j]!, 8))
          vectors.forEach((second, j) => expect(dot(vector, second)).toBeCloseTo(i === j ? 1 : 0, 9))
          expect(Math.max(...vector)).toBeGreaterThanOrEqual(-Math.min(...vector) - 1e-9)
        })
        const probe = other.slice(0, matrix.length)
        expect(spread(vectors[0]!) * dot(probe, probe)).toBeGreaterThanOrEqual(spread(probe) - 1e-6)
      },
    )
    fc.assert(law)
  })

  test('means leave out who has not seen a statement, and a sparse voter stands further out', () => {
    const votes: Vote[][] = [
      [1, 1, null],
      [1, -1, null],
      [-1, null, null],
    ]
    const axes = axesOf(votes, 3)
    expect(axes.means).toEqual([1 / 3, 0, 0])
    const [x] = positionOf([1, 1, null], axes)
    const along = (1 - 1 / 3) * axes.first[0]! + axes.first[1]!
    expect(x).toBeCloseTo(Math.sqrt(3 / 2) * along, 12)
    expect(positionOf([null, null, null], axes)).toEqual([0, 0])
  })
})

describe('clusters', () => {
  test('one spot for each place, everybody on one', () => {
    const whole = fc.property(points, (all) => {
      const spots = spotsOf([...all.keys()], all)
      expect(spots.flatMap(({ people }) => people).sort((a, b) => a - b)).toEqual([...all.keys()])
      expect(spots).toHaveLength(new Set(all.map(([x, y]) => `${x + 0} ${y + 0}`)).size)
    })
    fc.assert(whole)
  })

  test('each spot is in the cluster of the nearest middle, once they rest', () => {
    const settled = fc.property(points, fc.integer({ min: 2, max: 4 }), (all, k) => {
      const spots = spotsOf([...all.keys()], all)
      fc.pre(spots.length >= k)
      const labels = kMeans(spots, k)
      const middles = Array.from({ length: k }, (_, c) => {
        const members = spots.flatMap(({ at, people }, i) => (labels[i] === c ? people.map(() => at) : []))
        const mean = (side: 0 | 1) => members.reduce((sum, at) => sum + at[side], 0) / members.length
        return [mean(0), mean(1)] as Point
      })
      const gap = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])
      spots.forEach(({ at }, i) => {
        const gaps = middles.map((middle) => gap(at, middle)).filter((value) => !Number.isNaN(value))
        expect(gap(at, middles[labels[i]!]!)).toBeLessThanOrEqual(Math.min(...gaps) + 1e-6)
      })
    })
    fc.assert(settled)
  })

  test('the silhouette of two pairs far apart, by hand', () => {
    const spots = spotsOf(
      [0, 1, 2, 3],
      [
        [0, 0],
        [0, 1],
        [10, 0],
        [10, 1],
      ],
    )
    const far = (10 + Math.sqrt(101)) / 2
    expect(silhouette(spots, [0, 0, 1, 1])).toBeCloseTo((far - 1) / far, 12)
    expect(silhouette(spots, [0, 1, 1, 1])).toBeLessThan(0.5)
  })
})

describe('hull', () => {
  test('it turns left at every corner and every point lies inside', () => {
    const inside = fc.property(points, (all) => {
      const hull = hullOf(all)
      const sides = hull.map((corner, i) => [corner, hull[(i + 1) % hull.length]!] as const)
      for (const [a, b] of hull.length > 2 ? sides : [])
        for (const point of all) expect(turn(a, b, point)).toBeGreaterThanOrEqual(0)
      for (const corner of hull) expect(all).toContainEqual(corner)
    })
    fc.assert(inside)
  })

  const turn = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

  test('points on one line have two ends', () => {
    expect(
      hullOf([
        [2, 2],
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
    ).toEqual([
      [0, 0],
      [2, 2],
    ])
  })
})

describe('groups', () => {
  const camp = (row: Vote[], people: number) => new Array<Vote[]>(people).fill(row)

  test('camps that were planted are found, the largest first', () => {
    const votes = [...camp([1, 1, -1, -1, 1, 1], 6), ...camp([-1, -1, 1, 1, 1, 1], 9)]
    const noisy = votes.map((row, i) => row.map((own, j) => (i % 5 === 0 && j === i % 6 ? 0 : own) as Vote))
    const { k, groups } = groupsOf(noisy, 6, RULE)
    expect(k).toBe(2)
    expect(groups.map((people) => people.length)).toEqual([9, 6])
    expect(groups[1]).toEqual([0, 1, 2, 3, 4, 5])
  })

  test.each([
    ['fewer than eight voters', [...camp([1, -1], 3), ...camp([-1, 1], 4)]],
    ['people who all say the same', camp([1, 0, -1], 20)],
  ])('%s are one group', (_, votes) => {
    expect(groupsOf(votes, votes[0]!.length, RULE)).toMatchObject({ k: 1, silhouettes: {} })
  })

  test('nobody is no group', () => {
    expect(groupsOf([], 3, RULE)).toMatchObject({ k: 0, groups: [] })
  })

  test('who answered little stays off the map once it is full enough', () => {
    const votes = [
      ...camp([1, 1, 1, 1, 1, 1, 1, 1], 8),
      ...camp([-1, -1, -1, -1, -1, -1, -1, 1], 8),
      ...camp([1, null, null, null, null, null, null, null], 2),
    ]
    const grouped = (greedyFloor: number) => groupsOf(votes, 8, { ...RULE, greedyFloor }).groups.flat().length
    expect([grouped(15), grouped(17), grouped(30)]).toEqual([16, 17, 18])
  })
})

describe('marks', () => {
  /** Everybody in A agrees with 0 and disagrees with 1; B the other way; all agree with 2. */
  const statements: GroupVotes[][] = [
    [
      [10, 0, 10],
      [0, 8, 8],
    ],
    [
      [0, 10, 10],
      [8, 0, 8],
    ],
    [
      [10, 0, 10],
      [8, 0, 8],
    ],
  ]

  test('what marks a group is what the others do not say', () => {
    expect(marksOf(statements, 0)).toEqual([
      { statement: 0, side: 'agree' },
      { statement: 1, side: 'disagree' },
    ])
    expect(commonGround(statements)[0]).toEqual({ statement: 2, side: 'agree' })
  })

  test('the figures of one statement, by hand', () => {
    const groups = statements[0]!
    expect(showFraction(together(groups, 'agree'))).toBe('11/120')
    expect(showFraction(ratioOf(groups, 0, 'agree'))).toBe('55/6')
    const pooled = 12 / 20
    expect(zOf(groups, 0, 'agree')).toBeCloseTo(
      (1 - 1 / 9) / Math.sqrt(pooled * (1 - pooled) * (1 / 11 + 1 / 9)),
      12,
    )
    expect(zOf(statements[2]!, 0, 'agree')).toBe(0)
  })
})

describe('the whole count', () => {
  const OPTIONS = ['a', 'b', 'c', 'd']
  const ballot: fc.Arbitrary<Opinions> = fc
    .array(vote, { minLength: 4, maxLength: 4 })
    .map(
      (row) =>
        Object.fromEntries(
          OPTIONS.map((id, j) => [id, row[j]!] as const).filter(([, own]) => own !== null),
        ) as Opinions,
    )

  test('votes of the groups and of all are those of the ballots', () => {
    const sums = fc.property(fc.array(ballot, { maxLength: 20 }), (ballots) => {
      const result = countOpinions(OPTIONS, RULE, ballots)
      for (const option of OPTIONS) {
        expect(result.agree[option]).toBe(ballots.filter((own) => own[option] === 1).length)
        expect(result.seen[option]).toBe(ballots.filter((own) => Object.hasOwn(own, option)).length)
        const inGroups = result.votesByGroup[option]!.reduce((sum, votes) => sum + votes![2], 0)
        expect(inGroups).toBeLessThanOrEqual(result.seen[option]!)
      }
      expect(result.groups.reduce((sum, { people }) => sum + people, 0)).toBe(result.grouped)
      expect(result.n).toBe(ballots.filter((own) => Object.keys(own).length > 0).length)
    })
    fc.assert(sums)
  })

  test('a phone finds its own place inside the outline of its group', () => {
    const ballots: Opinions[] = [
      ...new Array<Opinions>(6).fill({ a: 1, b: 1, c: -1, d: 1 }),
      ...new Array<Opinions>(5).fill({ a: -1, b: -1, c: 1, d: 1 }),
    ]
    const result = countOpinions(OPTIONS, RULE, ballots)
    expect(result.clear).toBe(true)
    const [x, y] = ownPlace(OPTIONS, result, ballots[0]!)
    expect(result.groups[0]!.hull).toEqual([[Math.round(x * 10) / 10, Math.round(y * 10) / 10 + 0]])
    expect(result.common[0]).toEqual({ option: 'd', side: 'agree', everywhere: true })
  })

  test.each([[2], ['1'], [null], [true], [{}]])('%j is no opinion', (value) => {
    expect(readVote(value)).toMatchObject({ ok: false, code: 'bad-request' })
  })

  test('five hundred people on forty statements are counted while a room waits', () => {
    const ids = Array.from({ length: 40 }, (_, j) => `s${j}`)
    const ballots = Array.from({ length: 500 }, (_, i) =>
      Object.fromEntries(
        ids.map((id, j) => [id, (((i * 7919 + j * 104729 + (i % 3) * j) % 3) - 1) as 1 | 0 | -1]),
      ),
    )
    expect(workOf(() => expect(countOpinions(ids, RULE, ballots).n).toBe(500))).toBeLessThan(2000)
  })
})
