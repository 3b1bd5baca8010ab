import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction, showFraction } from '../../counting/fraction.ts'
import { strengths } from './bradley-terry.ts'
import { countDuels } from './count.ts'
import { eloRatings } from './elo.ts'
import { nextPair, readGames, type Game } from './games.ts'
import { tally, winRates } from './tally.ts'

const OPTIONS = ['a', 'b', 'c', 'd']
const GAMES: Game[] = [
  ['a', 'b', 1],
  ['b', 'c', 1],
  ['a', 'c', 1],
  ['c', 'a', 1],
  ['b', 'a', 0.5],
  ['c', 'd', 1],
  ['d', 'b', 0],
]
const game: fc.Arbitrary<Game> = fc
  .tuple(fc.shuffledSubarray(OPTIONS, { minLength: 2, maxLength: 2 }), fc.constantFrom<Game[2][]>(1, 0.5, 0))
  .map(([[a, b], result]) => [a!, b!, result])
const games = fc.array(game, { maxLength: 30 })

describe('what comes from a phone', () => {
  test.each<[unknown, Game[]]>([
    [[], []],
    [[['b', 'a', 1]], [['a', 'b', 0]]],
    [
      [
        ['c', 'd', 0],
        ['d', 'a', 0.5],
      ],
      [
        ['a', 'd', 0.5],
        ['c', 'd', 0],
      ],
    ],
  ])('%j is the ballot %j', (choice, ballot) => {
    expect(readGames(OPTIONS, 2, choice)).toEqual(ballot)
  })

  test.each([
    ['a', 'bad-request'],
    [{ a: 1 }, 'bad-request'],
    [[['a', 'b']], 'bad-request'],
    [[['a', 'b', 2]], 'bad-request'],
    [[['a', 'b', '1']], 'bad-request'],
    [[['a', 'a', 1]], 'bad-request'],
    [[['a', 'z', 1]], 'unknown-option'],
    [[['a', '__proto__', 1]], 'unknown-option'],
    [
      [
        ['a', 'b', 1],
        ['b', 'a', 1],
      ],
      'bad-request',
    ],
    [
      [
        ['a', 'b', 1],
        ['b', 'c', 1],
        ['c', 'd', 1],
      ],
      'too-many',
    ],
  ])('%j is refused: %s', (choice, code) => {
    expect(readGames(OPTIONS, 2, choice)).toMatchObject({ ok: false, code })
  })
})

describe('the pair to come', () => {
  test('every pair once, then none, and no option is seen twice more than another', () => {
    const fair = fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (numbers) => {
      const done: [string, string][] = []
      for (;;) {
        const pair = nextPair(OPTIONS, done, () => numbers.next().value!)
        if (!pair) break
        done.push(pair)
        const seen = OPTIONS.map((option) => done.filter((other) => other.includes(option)).length)
        expect(Math.max(...seen) - Math.min(...seen)).toBeLessThanOrEqual(2)
      }
      expect(new Set(done.map((pair) => [...pair].sort().join()))).toHaveProperty('size', 6)
    })
    fc.assert(fair)
  })

  test('the sides are drawn', () => {
    expect(nextPair(['a', 'b'], [], () => 0)).toEqual(['a', 'b'])
    expect(nextPair(['a', 'b'], [], () => 0.9)).toEqual(['b', 'a'])
    expect(nextPair(['a'], [], () => 0)).toBeNull()
  })
})

describe('win rates', () => {
  test('(wins + ½ ties + 1) / (games + 2), exactly', () => {
    expect(winRates(tally(OPTIONS, GAMES)).map(showFraction)).toEqual(['7/12', '7/12', '1/2', '1/4'])
  })

  test('counted game by game they are the same', () => {
    const same = fc.property(games, (all) => {
      const byHand = OPTIONS.map((option) => {
        const own = all.filter(([a, b]) => a === option || b === option)
        const halves = own.reduce(
          (sum, [a, , result]) => sum + (a === option ? 2 * result : 2 - 2 * result),
          0,
        )
        return fraction(halves + 2, 2 * (own.length + 2))
      })
      expect(winRates(tally(OPTIONS, all))).toEqual(byHand)
    })
    fc.assert(same)
  })

  test('one more win never lowers an option', () => {
    const monotone = fc.property(games, fc.constantFrom('b', 'c', 'd'), (all, loser) => {
      const before = countDuels(OPTIONS, 'win-rate', [all])
      const after = countDuels(OPTIONS, 'win-rate', [all, [['a', loser, 1]]])
      expect(after.ranks['a']).toBeLessThanOrEqual(before.ranks['a'] ?? OPTIONS.length)
    })
    fc.assert(monotone)
  })
})

describe('Bradley-Terry', () => {
  test('the strengths of the seven games', () => {
    const expected = [0.327908, 0.307127, 0.243762, 0.121203]
    strengths(tally(OPTIONS, GAMES), 0.5).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 6))
  })

  test('at the greatest likelihood everybody wins as often as their strength says', () => {
    const stationary = fc.property(games, (all) => {
      const found = strengths(tally(OPTIONS, all), 0.5)
      expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9)
      OPTIONS.forEach((option, i) => {
        const won = all.reduce(
          (sum, [a, b, result]) => sum + (a === option ? result : b === option ? 1 - result : 0),
          0.5 * (OPTIONS.length - 1),
        )
        const expected = OPTIONS.reduce((sum, other, j) => {
          const played = all.filter(([a, b]) => [a, b].includes(option) && [a, b].includes(other)).length
          return i === j ? sum : sum + ((played + 1) * found[i]!) / (found[i]! + found[j]!)
        }, 0)
        expect(expected).toBeCloseTo(won, 6)
      })
    })
    fc.assert(stationary)
  })

  test.each([0, 1, 2])('%i options without a game are equal', (size) => {
    const found = strengths(tally(OPTIONS.slice(0, size), []), 0.5)
    expect(found).toEqual(new Array(size).fill(1 / size))
  })
})

describe('Elo', () => {
  const start = { a: 1500, b: 1500, c: 1500, d: 1500 }

  test('an upset moves more than what was expected', () => {
    const upset = eloRatings({ a: 1600, b: 1400 }, 32, [[['a', 'b', 0]]])
    expect(upset['a']).toBeCloseTo(1575.688, 3)
    expect(upset['b']).toBeCloseTo(1424.312, 3)
  })

  test('what one wins another loses, and within a period the order of games changes nothing', () => {
    const anyOrder = games.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    const fair = fc.property(anyOrder, ([all, mixed]) => {
      const ratings = eloRatings(start, 32, [all])
      expect(Object.values(ratings).reduce((sum, rating) => sum + rating, 0)).toBe(6000)
      expect(eloRatings(start, 32, [mixed])).toEqual(ratings)
    })
    fc.assert(fair)
  })
})

describe('the whole count', () => {
  test('games of an option that left the paper are dropped', () => {
    const rest = OPTIONS.slice(1)
    const removed = fc.property(games, (all) => {
      const never = all.filter(([a, b]) => a !== 'a' && b !== 'a')
      expect(countDuels(rest, 'win-rate', [all])).toEqual(countDuels(rest, 'win-rate', [never]))
    })
    fc.assert(removed)
  })

  test('Elo is shown and the win rate decides; Bradley-Terry minds who was beaten', () => {
    const ranks = (score: Parameters<typeof countDuels>[1]) => countDuels(OPTIONS, score, [GAMES]).ranks
    expect(ranks('elo')).toEqual({ a: 1, b: 1, c: 3, d: 4 })
    expect(ranks('win-rate')).toEqual(ranks('elo'))
    expect(ranks('bradley-terry')).toEqual({ a: 1, b: 2, c: 3, d: 4 })
  })

  test('without a duel nobody has a rank', () => {
    expect(countDuels(OPTIONS, 'win-rate', [[]])).toMatchObject({ n: 0, comparisons: 0, ranks: {} })
  })
})
