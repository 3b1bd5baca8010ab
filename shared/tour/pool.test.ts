// Votes of several towns counted as one: exactly what one room with all these people would have counted.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choicesFor, settingsOf, someNotes } from '../../tests/support/ballots.ts'
import { ballotTypeOf, type AnyActivity } from '../activities/activity.ts'
import { ACTIVITIES, activityOf } from '../activities/index.ts'
import { createTranslate } from '../i18n/translate.ts'
import type { Paper } from '../voting.ts'
import { isRefusal } from '../wire.ts'
import { pool, type Part } from './pool.ts'

const kind = (name: string) => activityOf(name)!
const option = (id: string) => ({ id, label: id.toUpperCase() })

function paperOf(name: string, ids: string[]): Paper {
  const activity = kind(name)
  const settings = activity.settings.parse({ options: ids.map(option) })
  return activity.poll!.paper([], settings, createTranslate('fr', activity.messages.fr))
}

function part(name: string, stop: string, ids: string[], ballots: unknown[]): Part {
  const paper = paperOf(name, ids)
  return { stop, paper, ballots, voted: ballots.length, result: kind(name).poll!.count(paper, ballots) }
}

/** `tallies` by option and grade, as that many ballots of one grade each option. */
function graded(tallies: number[][]): unknown[] {
  const queues = tallies.map((counts) => counts.flatMap((count, grade) => Array<number>(count).fill(grade)))
  return queues[0]!.map((_, i) => ({ a: queues[0]![i], b: queues[1]![i] }))
}

describe('votes of several towns', () => {
  it('are one majority judgment: first in Lille, second in Paris, second in all', () => {
    const lille = part(
      'majority-judgment',
      'lille',
      ['a', 'b'],
      graded([
        [0, 0, 1, 2, 3],
        [1, 1, 1, 2, 1],
      ]),
    )
    const paris = part(
      'majority-judgment',
      'paris',
      ['a', 'b'],
      graded([
        [2, 3, 2, 1, 0],
        [0, 1, 4, 2, 1],
      ]),
    )
    const ranks = ({ result }: { result: unknown }) => (result as { ranks: number[] }).ranks
    expect([lille, paris].map(ranks)).toEqual([
      [1, 2],
      [2, 1],
    ])
    const pooled = pool(kind('majority-judgment'), [lille, paris])!
    expect(ranks(pooled)).toEqual([2, 1])
    expect(pooled.voted).toBe(14)
  })

  it('are one ranking: three towns in a circle have a winner together', () => {
    const town = (stop: string, count: number, order: string[]) =>
      part('ranking', stop, ['a', 'b', 'c'], Array<string[][]>(count).fill(order.map((id) => [id])))
    const towns = [
      town('lille', 40, ['a', 'b', 'c']),
      town('paris', 35, ['b', 'c', 'a']),
      town('lyon', 25, ['c', 'a', 'b']),
    ]
    const { result } = pool(kind('ranking'), towns)!
    expect((result as { ranking: string[][] }).ranking).toEqual([['a'], ['b'], ['c']])
  })

  it('are the count of all ballots, however they were spread over towns', () => {
    const ballot = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 2 }))
    const check = fc.property(
      fc.array(fc.array(ballot, { maxLength: 9 }), { minLength: 2, maxLength: 5 }),
      (towns) => {
        const parts = towns.map((ballots, i) => part('dot-vote', `t${i}`, ['a', 'b', 'c'], ballots))
        expect(pool(kind('dot-vote'), parts)!.result).toEqual(
          part('dot-vote', 'all', ['a', 'b', 'c'], towns.flat()).result,
        )
      },
    )
    fc.assert(check, { numRuns: 50 })
  })

  it('leave out what one town was not asked, and say so', () => {
    const lille = part('dot-vote', 'lille', ['a', 'b', 'x'], [{ a: 1, x: 1 }, { x: 2 }])
    const paris = part('dot-vote', 'paris', ['a', 'b'], [{ b: 1 }])
    const pooled = pool(kind('dot-vote'), [lille, paris])!
    expect(pooled.paper.options.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(pooled.elsewhere.map(({ id }) => id)).toEqual(['x'])
    expect((pooled.result as { totals: object }).totals).toEqual({ a: 1, b: 1 })
  })

  it('are not one with nothing in common, by other rules, or where the ballots are needed and not known', () => {
    const lille = part('dot-vote', 'lille', ['a'], [{ a: 1 }])
    const brest = part('dot-vote', 'brest', ['a'], [{ a: 1 }])
    expect(
      pool(kind('dot-vote'), [lille, { ...brest, paper: { ...brest.paper, dotsPerPerson: 9 } as Paper }]),
    ).toBeNull()
    expect(pool(kind('dot-vote'), [lille, part('dot-vote', 'lyon', ['b'], [{ b: 1 }])])).toBeNull()
    const ranked = ['lille', 'lyon', 'paris'].map((stop) =>
      part('ranking', stop, ['a', 'b'], [[['a'], ['b']]]),
    )
    const { ballots: _sealed, ...figures } = ranked[2]!
    expect(pool(kind('ranking'), [ranked[0]!, figures])).toBeNull()
    expect(pool(kind('ranking'), [...ranked.slice(0, 2), figures])!.beside).toEqual(['paris'])
  })

  it('are one by their figures alone where these tell all, on the same options', () => {
    const graded = (stop: string, ids: string[]) =>
      part('majority-judgment', stop, ids, [Object.fromEntries(ids.map((id, i) => [id, i]))])
    const bare = ({ ballots: _sealed, ...figures }: Part): Part => figures
    const [lille, paris] = [graded('lille', ['a', 'b']), graded('paris', ['a', 'b'])]
    expect(pool(kind('majority-judgment'), [bare(lille), bare(paris)])).toEqual(
      pool(kind('majority-judgment'), [lille, paris]),
    )
    expect(pool(kind('majority-judgment'), [lille, bare(graded('lyon', ['a', 'b', 'c']))])).toBeNull()
    // Figures that no ballots could have are not counted with.
    const forged = { ...bare(paris), result: { ...(paris.result as object), ranks: [9, 9] } }
    expect(pool(kind('majority-judgment'), [lille, forged])).toBeNull()
  })
})

/** A vote of this kind on random notes, held in two to four towns. */
function heldInTowns({ poll }: AnyActivity, settings: readonly unknown[]) {
  return fc
    .tuple(someNotes, fc.constantFrom(...settings))
    .map(([notes, chosen]) => poll!.paper(notes, chosen, (key) => key))
    .chain((paper) => {
      const choices = fc.array(choicesFor(ballotTypeOf(poll!, paper), paper), { maxLength: 6 })
      return fc.record({
        paper: fc.constant(paper),
        towns: fc.array(choices, { minLength: 2, maxLength: 4 }),
      })
    })
    .map(({ paper, towns }) => ({
      paper,
      towns: towns.map((town) =>
        town.map((choice) => poll!.check(paper, choice)).filter((it) => !isRefusal(it)),
      ),
    }))
}

describe.each(ACTIVITIES.filter(({ poll }) => poll).map((activity) => ({ kind: activity.kind, activity })))(
  'towns that voted by $kind',
  ({ activity }) => {
    const poll = activity.poll!

    it('are counted as all their ballots in one room', () => {
      let counted = 0
      const property = fc.property(heldInTowns(activity, settingsOf(activity)), ({ paper, towns }) => {
        const parts = towns.map((ballots, i) => ({
          stop: `t${i}`,
          paper,
          ballots,
          voted: ballots.length,
          result: poll.count(paper, ballots),
        }))
        const pooled = pool(activity, parts)
        if (poll.rooms?.bare?.(paper) === false) {
          expect(pooled).toBeNull()
          return
        }
        counted += towns.flat().length
        const room = { ...paper, ...poll.rooms?.sum(towns.map(() => paper)) }
        expect(pooled).toMatchObject({ voted: towns.flat().length, leftOut: 0, elsewhere: [] })
        expect(pooled!.result).toEqual(poll.count(room, towns.flat()))
      })
      fc.assert(property, { numRuns: 40 })
      expect(counted).toBeGreaterThan(20)
    })
  },
)

const BY_FIGURES = ['single-choice', 'multiple-choice', 'approval', 'roti', 'gradients', 'fist-to-five']

describe.each([...BY_FIGURES, 'majority-judgment', 'dot-vote'])(
  'figures of towns that voted by %s',
  (name) => {
    const activity = kind(name)
    const options = ['a', 'b', 'c'].map(option)

    it('make the count that their ballots make, or stay beside', () => {
      let joined = 0
      const settings = activity.settings.parse({ options })
      const property = fc.property(heldInTowns(activity, [settings]), ({ paper, towns }) => {
        const parts = towns.map((ballots, i) => ({
          ...{ stop: `t${i}`, paper, ballots, voted: ballots.length },
          result: JSON.parse(JSON.stringify(activity.poll!.count(paper, ballots))) as unknown,
        }))
        const whole = pool(activity, parts)!
        const bare = parts.map(({ ballots: _sealed, ...figures }) => figures)
        const told = pool(activity, bare)
        if (told === null || told.beside.length > 0) return
        joined++
        expect(told).toEqual(whole)
      })
      fc.assert(property, { numRuns: 60 })
      expect(joined).toBeGreaterThan(40)
    })
  },
)

/** Figures of a result that are sums over people (methods, 0.8: tallies merge exactly). */
const TALLIES: Record<string, (result: never) => unknown> = {
  'dot-vote': ({ totals, supporters }: { totals: object; supporters: object }) => [totals, supporters],
  'single-choice': ({ counts, blank }: { counts: object; blank: number }) => [counts, { blank }],
  'multiple-choice': ({ counts, ballotsCounted }: { counts: object; ballotsCounted: number }) => [
    counts,
    { ballotsCounted },
  ],
  approval: ({ counts }: { counts: object }) => [counts],
  score: ({ counts }: { counts: object }) => counts,
  'majority-judgment': ({ tallies }: { tallies: number[][] }) => tallies,
  ranking: ({ pairwise }: { pairwise: object }) => pairwise,
  quadratic: ({ totals, credits }: { totals: object; credits: object }) => [totals, credits],
  gradients: ({ counts }: { counts: number[] }) => [counts],
  'fist-to-five': ({ counts }: { counts: number[] }) => [counts],
  roti: ({ counts }: { counts: number[] }) => [counts],
  resolution: ({ counts }: { counts: object }) => [counts],
}

/** The numbers in it with their places; noughts are left out, as where nobody voted there may be no row. */
function leavesOf(value: unknown, place = ''): [place: string, figure: number][] {
  if (typeof value === 'number') return value === 0 ? [] : [[place, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => leavesOf(inner, `${place}/${key}`))
}

describe.each(Object.keys(TALLIES))('tallies of towns that voted by %s', (name) => {
  const activity = kind(name)
  const options = ['a', 'b', 'c'].map(option)

  it('add up to those of everybody', () => {
    const settings = activity.settings.parse({ options })
    const figures = (paper: Paper, ballots: unknown[]) =>
      leavesOf(TALLIES[name]!(activity.poll!.count(paper, ballots) as never))
    const property = fc.property(heldInTowns(activity, [settings]), ({ paper, towns }) => {
      const sum: Record<string, number> = {}
      for (const [place, figure] of towns.flatMap((ballots) => figures(paper, ballots)))
        sum[place] = (sum[place] ?? 0) + figure
      expect(Object.fromEntries(figures(paper, towns.flat()))).toEqual(sum)
    })
    fc.assert(property, { numRuns: 40 })
  })
})

it('an assembly in two rooms: votes, people and quorum are those of both', () => {
  const activity = kind('resolution')
  const settings = activity.settings.parse({ registered: 10, quorum: { num: 1, den: 2, minAbsolute: 0 } })
  const room = (stop: string, here: number, ballots: string[]): Part => {
    const paper = activity.poll!.paper([], settings, createTranslate('fr', activity.messages.fr), {
      here,
      members: [],
    })
    return { stop, paper, ballots, voted: ballots.length, result: activity.poll!.count(paper, ballots) }
  }
  const lille = room('lille', 3, ['for', 'for', 'against'])
  const lyon = room('lyon', 7, ['against', 'for', 'for', 'abstain'])
  expect(pool(activity, [lille, lyon])!.result).toMatchObject({
    counts: { for: 4, against: 2, abstain: 1, blank: 0 },
    quorum: { counted: 10, needed: 10, reached: true },
    outcome: 'adopted',
  })
})
