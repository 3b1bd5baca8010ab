// Votes of several towns counted as one: exactly what one room with all these people would have counted.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activityOf } from '../activities/index.ts'
import { createTranslate } from '../i18n/translate.ts'
import type { Paper } from '../voting.ts'
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

  it('are not one where only one town has ballots, with nothing in common, or by other rules', () => {
    const lille = part('dot-vote', 'lille', ['a'], [{ a: 1 }])
    const { ballots: _sealed, ...figures } = part('dot-vote', 'paris', ['a'], [{ a: 1 }])
    expect(pool(kind('dot-vote'), [lille, figures])).toBeNull()
    const brest = part('dot-vote', 'brest', ['a'], [{ a: 1 }])
    expect(
      pool(kind('dot-vote'), [lille, { ...brest, paper: { ...brest.paper, dotsPerPerson: 9 } as Paper }]),
    ).toBeNull()
    expect(pool(kind('dot-vote'), [lille, part('dot-vote', 'lyon', ['b'], [{ b: 1 }])])).toBeNull()
    expect(pool(kind('dot-vote'), [lille, part('dot-vote', 'lyon', ['a'], []), figures])!.beside).toEqual([
      'paris',
    ])
  })
})
