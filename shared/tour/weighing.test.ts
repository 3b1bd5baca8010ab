// Towns that weigh the same are counted as if each had as many ballots as any other: every ballot of a town is
// repeated until all towns are of one size, and the method itself counts that crowd again.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choicesFor } from '../../tests/support/ballots.ts'
import { ballotTypeOf } from '../activities/activity.ts'
import { activityOf } from '../activities/index.ts'
import type { JudgmentResult } from '../activities/majority-judgment/count.ts'
import type { PairwiseResult } from '../activities/pairwise/count.ts'
import type { RankingResult } from '../activities/ranking/count.ts'
import { parseFraction, toNumber } from '../counting/fraction.ts'
import { createTranslate } from '../i18n/translate.ts'
import type { Paper } from '../voting.ts'
import { isRefusal } from '../wire.ts'
import type { Part } from './pool.ts'
import { rotiOf } from './roti.ts'
import { weighTowns } from './weighing.ts'

const OPTIONS = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))

function voteOf(kind: string, more: object = {}) {
  const activity = activityOf(kind)!
  const poll = activity.poll!
  const t = createTranslate('fr', activity.messages.fr)
  const paper: Paper = poll.paper([], activity.settings.parse({ options: OPTIONS, ...more }), t)
  const count = (ballots: unknown[]) => poll.count(paper, ballots)
  const part = (ballots: unknown[], i: number): Part => ({
    ...{ stop: `t${i}`, paper, ballots, voted: ballots.length, result: count(ballots) },
  })
  const choice = choicesFor(ballotTypeOf(poll, paper), paper).map((one) => poll.check(paper, one))
  const towns = fc.array(
    fc.array(
      choice.filter((one) => !isRefusal(one)),
      { minLength: 1, maxLength: 6 },
    ),
    { minLength: 2, maxLength: 4 },
  )
  const weighed = (parts: unknown[][]) => weighTowns(kind, paper.options, parts.map(part))
  return { paper, count, part, towns, weighed }
}

/** Every town as a crowd of sixty: sizes from one to six all go into it. */
function crowd(towns: unknown[][]): unknown[] {
  return towns.flatMap((ballots) =>
    ballots.flatMap((ballot) => Array<unknown>(60 / ballots.length).fill(ballot)),
  )
}

const share = (text: string) => toNumber(parseFraction(text))

describe('towns that weigh the same', () => {
  it.each(['StaticDefault', 'MedianDefault'])('are one majority judgment of equal crowds (%s)', (missing) => {
    const { towns, weighed, count } = voteOf('majority-judgment', { missing })
    let told = 0
    const check = fc.property(towns, (given) => {
      const found = weighed(given)
      const { ranks, gauge, tallies } = count(crowd(given)) as JudgmentResult
      if (found?.is !== 'grades') throw new Error('no grades')
      told++
      for (const { option, rank, median, shares } of found.options) {
        const i = OPTIONS.findIndex(({ id }) => id === option)
        expect([rank, median]).toEqual([ranks[i], gauge[i]!.median])
        shares.forEach((one, grade) =>
          expect(share(one)).toBeCloseTo(tallies[i]![grade]! / (60 * given.length)),
        )
      }
    })
    fc.assert(check, { numRuns: 60 })
    expect(told).toBe(60)
  })

  it.each(['roti', 'gradients', 'fist-to-five'])('are one scale of equal crowds (%s)', (kind) => {
    const { towns, weighed, paper } = voteOf(kind)
    const min = (paper as unknown as { min: number }).min
    const check = fc.property(towns, (given) => {
      const found = weighed(given)
      if (found?.is !== 'levels') throw new Error('no levels')
      const levels = (crowd(given) as (number | { value: number })[])
        .map((one) => (typeof one === 'number' ? one : one.value))
        .sort((a, b) => a - b)
      const half = levels.length / 2
      expect(share(found.mean)).toBeCloseTo(levels.reduce((sum, one) => sum + one, 0) / levels.length)
      expect(share(found.median)).toBe((levels[half - 1]! + levels[half]!) / 2)
      found.shares.forEach((one, i) =>
        expect(share(one)).toBeCloseTo(levels.filter((level) => level === min + i).length / levels.length),
      )
    })
    fc.assert(check, { numRuns: 60 })
  })

  it.each(['schulze', 'ranked-pairs', 'irv'])('are one ranking of equal crowds (%s)', (rule) => {
    const { towns, weighed, count } = voteOf('ranking', { rule })
    const ranked = towns.map((given) =>
      given.map((ballots) => ballots.filter((one) => (one as []).length > 0)),
    )
    const check = fc.property(
      ranked.filter((given) => given.every(({ length }) => length > 0)),
      (given) => {
        const found = weighed(given)
        if (found?.is !== 'order') throw new Error('no order')
        const ranks = Object.fromEntries(found.options.map((one) => [one.option, one.rank]))
        expect(ranks).toEqual((count(crowd(given)) as RankingResult).ranks)
      },
    )
    fc.assert(check, { numRuns: 60 })
  })

  it('are one count of points of equal crowds, where points differ', () => {
    const { towns, weighed, count } = voteOf('ranking', { rule: 'borda' })
    const ranked = towns.map((given) =>
      given.map((ballots) => ballots.filter((one) => (one as []).length > 0)),
    )
    const check = fc.property(
      ranked.filter((given) => given.every(({ length }) => length > 0)),
      (given) => {
        const found = weighed(given)
        const { scores } = (count(crowd(given)) as RankingResult).borda
        const points = OPTIONS.map(({ id }) => share(scores[id]!))
        if (found?.is !== 'order') throw new Error('no order')
        for (const { option, rank } of found.options)
          expect(rank).toBe(1 + points.filter((one) => one > share(scores[option]!)).length)
      },
    )
    fc.assert(check, { numRuns: 60 })
  })
})

describe('shares of towns', () => {
  it('are those of a town’s votes where votes have a price, unless some are against', () => {
    const { weighed } = voteOf('quadratic')
    expect(weighed([[{ a: 2, b: 1 }], Array(9).fill({ b: 1 })])).toEqual({
      is: 'shares',
      options: [
        { option: 'b', share: '2/3', rank: 1 },
        { option: 'a', share: '1/3', rank: 2 },
        { option: 'c', share: '0', rank: 3 },
      ],
    })
    const both = voteOf('quadratic', { allowNegative: true })
    expect(both.weighed([[{ a: 2, b: -1 }], [{ b: 1 }]])).toBeNull()
  })

  it('are those of duels won, each town’s own, unless one fit was made of all', () => {
    const { towns, weighed, count } = voteOf('pairwise')
    const check = fc.property(towns, (given) => {
      const own = given
        .map((ballots) => count(ballots) as PairwiseResult)
        .filter(({ comparisons }) => comparisons > 0)
      const found = weighed(given)
      if (own.length === 0) {
        expect(found).toBeNull()
        return
      }
      if (found?.is !== 'shares') throw new Error('no shares')
      for (const { option, share: mean } of found.options) {
        const rates = own.map(({ rates }) => share(rates[option]!))
        expect(share(mean)).toBeCloseTo(rates.reduce((sum, one) => sum + one, 0) / rates.length)
      }
    })
    fc.assert(check, { numRuns: 60 })
    const fit = voteOf('pairwise', { score: 'bradley-terry' })
    expect(fit.weighed([[], []])).toBeNull()
  })
})

describe('where the weighting decides', () => {
  it('a large town does not outvote two small ones', () => {
    const { weighed, count, part } = voteOf('ranking')
    const towns = [Array(9).fill([['a'], ['b'], ['c']]), [[['b'], ['a'], ['c']]], [[['b'], ['c'], ['a']]]]
    expect((count(towns.flat()) as RankingResult).ranks).toMatchObject({ a: 1, b: 2 })
    expect(weighed(towns)).toMatchObject({
      options: [{ option: 'b', rank: 1 }, { option: 'a' }, { option: 'c' }],
    })
    const roti = voteOf('roti')
    const asked = { kind: 'roti', towns: [Array(9).fill(5), [1], []].map(roti.part) }
    expect(rotiOf([asked], 'person')).toEqual({ mean: '23/5', best: 5, n: 10, towns: 2 })
    expect(rotiOf([asked], 'town')).toEqual({ mean: '3', best: 5, n: 10, towns: 2 })
    expect(rotiOf([{ kind: 'ranking', towns: towns.map(part) }], 'town')).toBeNull()
  })

  it('is null for one town, for other rules, and for methods that no mean of towns can tell', () => {
    const { part, paper } = voteOf('ranking')
    const [one, two] = [[[['a'], ['b']]], [[['b'], ['a']]]].map(part)
    expect(weighTowns('ranking', paper.options, [one!])).toBeNull()
    const borda = { ...two!, paper: { ...two!.paper, rule: 'borda' } as unknown as Paper }
    expect(weighTowns('ranking', paper.options, [one!, borda])).toBeNull()
    const blank = voteOf('roti')
    expect(weighTowns('roti', [], [[], []].map(blank.part))).toBeNull()
    const members = voteOf('resolution')
    expect(weighTowns('resolution', [], [['for'], ['against']].map(members.part))).toBeNull()
  })
})
