// The rules against published examples, against slower ways to the same figures, and against what each rule promises.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFraction, toNumber } from '../../counting/fraction.ts'
import { countRankings, orderOf, RULES, type RankingResult } from './count.ts'
import { duelMatrix, sumMatrices, type Matrix, type RankingBallot } from './duels.ts'
import { rankPairs } from './ranked-pairs.ts'
import { strongestPaths } from './schulze.ts'

const OPTIONS = ['a', 'b', 'c', 'd', 'e']

function count(ballots: RankingBallot[], options = OPTIONS): RankingResult {
  return countRankings({ options, rule: 'schulze', seed: 'graine' }, ballots)
}

function parse(...lines: [number, string][]): RankingBallot[] {
  return lines.flatMap(([times, order]) =>
    new Array<RankingBallot>(times).fill(order.split('>').map((tier) => tier.split('='))),
  )
}

/** Any ballot: some options left out, some equal. */
const ballot = fc
  .tuple(fc.shuffledSubarray(OPTIONS), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([order, joined]) => {
    const tiers: RankingBallot = []
    order.forEach((option, i) => (i > 0 && joined[i] ? tiers.at(-1)!.push(option) : tiers.push([option])))
    return tiers
  })
const strict = fc.shuffledSubarray(OPTIONS, { minLength: 5 }).map((order) => order.map((option) => [option]))
const room = fc.array(ballot, { minLength: 1, maxLength: 15 })
const strictRoom = fc.array(strict, { minLength: 1, maxLength: 15 })

/** Place of an option on a ballot, from 0; what is not ranked comes last. */
function placeOn(tiers: RankingBallot, option: string): number {
  const place = tiers.findIndex((tier) => tier.includes(option))
  return place === -1 ? Infinity : place
}

describe('published examples', () => {
  test('Tideman 1987, Tennessee: Nashville under three rules, Knoxville by elimination', () => {
    const options = ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville']
    const ballots = parse(
      [42, 'Memphis>Nashville>Chattanooga>Knoxville'],
      [26, 'Nashville>Chattanooga>Knoxville>Memphis'],
      [15, 'Chattanooga>Knoxville>Nashville>Memphis'],
      [17, 'Knoxville>Chattanooga>Nashville>Memphis'],
    )
    const result = count(ballots, options)
    expect(result.condorcetWinner).toBe('Nashville')
    expect(RULES.map((rule) => orderOf(result, rule)[0])).toEqual([
      ['Nashville'],
      ['Nashville'],
      ['Knoxville'],
      ['Nashville'],
    ])
    expect(result.irv.rounds.map(({ counts }) => Object.values(counts))).toEqual([
      [42, 26, 15, 17],
      [42, 26, 32],
      [42, 58],
    ])
  })

  test('Schulze 2011, example 3: E > A > C > B > D, without a Condorcet winner', () => {
    const ballots = parse(
      [5, 'a>c>b>e>d'],
      [5, 'a>d>e>c>b'],
      [8, 'b>e>d>a>c'],
      [3, 'c>a>b>e>d'],
      [7, 'c>a>e>b>d'],
      [2, 'c>b>a>d>e'],
      [7, 'd>c>e>b>a'],
      [8, 'e>b>a>d>c'],
    )
    const result = count(ballots)
    expect(result.ranking).toEqual([['e'], ['a'], ['c'], ['b'], ['d']])
    expect(result.condorcetWinner).toBeNull()
    expect(result.rankedPairs.ranking[0]).toEqual(['a'])
  })

  test('a ballot that names one of three gives it 2 points and halves to the others', () => {
    expect(count(parse([1, 'a']), ['a', 'b', 'c']).borda.scores).toEqual({ a: '2', b: '1/2', c: '1/2' })
  })

  test('a truncated ballot puts the rest last, all equal', () => {
    const { pairwise } = count(parse([2, 'b'], [1, 'c>a']), ['a', 'b', 'c'])
    expect(pairwise).toEqual({ a: { a: 0, b: 1, c: 0 }, b: { a: 2, b: 0, c: 2 }, c: { a: 1, b: 1, c: 0 } })
  })
})

describe('the same figures another way', () => {
  test('duels: one look at every ballot and pair', () => {
    const same = fc.property(room, (ballots) => {
      const byHand = OPTIONS.map((a) =>
        OPTIONS.map((b) => ballots.filter((tiers) => placeOn(tiers, a) < placeOn(tiers, b)).length),
      )
      expect(duelMatrix(OPTIONS, ballots)).toEqual(byHand)
    })
    fc.assert(same)
  })

  test('strongest paths: every path there is', () => {
    const same = fc.property(room, (ballots) => {
      const duels = duelMatrix(OPTIONS, ballots)
      const byHand = duels.map((_, from) =>
        duels.map((_, to) => (from === to ? 0 : strongest(duels, from, to, new Set([from])))),
      )
      expect(strongestPaths(duels)).toEqual(byHand)
    })
    fc.assert(same)
  })

  function strongest(duels: Matrix, from: number, to: number, passed: ReadonlySet<number>): number {
    const strengths = duels[from]!.map((votes, next) => {
      if (passed.has(next) || votes <= duels[next]![from]!) return 0
      return next === to ? votes : Math.min(votes, strongest(duels, next, to, new Set([...passed, next])))
    })
    return Math.max(...strengths)
  }

  test('Borda: the mean of the places that equal options occupy', () => {
    const same = fc.property(room, (ballots) => {
      const spoken = ballots.filter((tiers) => tiers.length > 0)
      const byHand = OPTIONS.map((option) =>
        spoken.reduce((sum, tiers) => {
          const own = placeOn(tiers, option)
          const before = OPTIONS.filter((other) => placeOn(tiers, other) < own).length
          const equal = OPTIONS.filter((other) => placeOn(tiers, other) === own).length
          return sum + (4 - before - (equal - 1) / 2)
        }, 0),
      )
      const { scores } = count(ballots).borda
      if (spoken.length > 0)
        expect(OPTIONS.map((option) => toNumber(parseFraction(scores[option]!)))).toEqual(byHand)
    })
    fc.assert(same)
  })

  test('Ranked Pairs: each skipped duel closes a ring of locked ones, each locked one does not', () => {
    const same = fc.property(room, (ballots) => {
      const { locked, skipped } = rankPairs(duelMatrix(OPTIONS, ballots))
      const leads = (from: number, to: number): boolean =>
        locked.some(([a, b]) => a === from && (b === to || leads(b, to)))
      for (const [winner, loser] of skipped) expect(leads(loser, winner)).toBe(true)
      for (const [winner, loser] of locked) expect(leads(loser, winner)).toBe(false)
    })
    fc.assert(same)
  })

  test('instant runoff on strict ballots without ties: drop the last, again and again', () => {
    const same = fc.property(strictRoom, (ballots) => {
      const { irv } = count(ballots)
      fc.pre(irv.ties.length === 0 && irv.winner.length === 1)
      let left = [...OPTIONS]
      const firsts = (option: string) =>
        ballots.filter((tiers) => tiers.flat().find((other) => left.includes(other)) === option).length
      while (!left.some((option) => 2 * firsts(option) > ballots.length)) {
        const least = Math.min(...left.map(firsts))
        left = left.filter((option) => firsts(option) > least)
      }
      expect(left.find((option) => 2 * firsts(option) > ballots.length)).toBe(irv.winner[0])
    })
    fc.assert(same)
  })
})

describe('what the rules promise', () => {
  test('every option has one place under every rule, and ranks follow the order', () => {
    const whole = fc.property(room, (ballots) => {
      fc.pre(ballots.some((tiers) => tiers.length > 0))
      const result = count(ballots)
      for (const rule of RULES) expect(orderOf(result, rule).flat().sort()).toEqual(OPTIONS)
      expect(result.ranks[result.ranking[0]![0]!]).toBe(1)
    })
    fc.assert(whole)
  })

  test('an option that wins every duel is alone at the top of Schulze and Ranked Pairs', () => {
    let seen = 0
    const wins = fc.property(room, (ballots) => {
      const result = count(ballots)
      if (result.condorcetWinner === null) return
      seen++
      expect(result.ranking[0]).toEqual([result.condorcetWinner])
      expect(result.rankedPairs.ranking[0]).toEqual([result.condorcetWinner])
    })
    fc.assert(wins)
    expect(seen).toBeGreaterThan(10)
  })

  test('more than half of the first places win every duel and the first round', () => {
    const wins = fc.property(strictRoom, fc.constantFrom(...OPTIONS), (others, favourite) => {
      const loyal = [[favourite], ...OPTIONS.filter((option) => option !== favourite).map((it) => [it])]
      const result = count([...others, ...others.map(() => loyal), loyal])
      expect(result.condorcetWinner).toBe(favourite)
      expect(result.irv.winner).toEqual([favourite])
      expect(result.irv.rounds).toHaveLength(1)
    })
    fc.assert(wins)
  })

  test('no option is favoured by its place in the list: Schulze and Borda do not see the order of options', () => {
    const shuffled = fc.shuffledSubarray(OPTIONS, { minLength: 5 })
    const neutral = fc.property(room, shuffled, (ballots, options) => {
      const [one, other] = [count(ballots), count(ballots, options)]
      const sorted = (order: string[][]) => order.map((tier) => [...tier].sort())
      expect(sorted(other.ranking)).toEqual(sorted(one.ranking))
      expect(other.borda).toEqual(one.borda)
    })
    fc.assert(neutral)
  })

  test('raising a Schulze winner on a ballot keeps it among the winners', () => {
    const monotone = fc.property(room, fc.nat(), (ballots, pick) => {
      const winner = count(ballots).ranking[0]?.[0]
      if (winner === undefined) return
      const at = pick % ballots.length
      const raised = [[winner], ...without(ballots[at]!, winner)]
      expect(count(ballots.with(at, raised)).ranking[0]).toContain(winner)
    })
    fc.assert(monotone)
  })

  test('raising any option on a ballot lets nobody newly beat it under Schulze', () => {
    let beaten = 0
    const monotone = fc.property(room, fc.constantFrom(...OPTIONS), fc.nat(), (ballots, option, pick) => {
      const at = pick % ballots.length
      const raised = ballots.with(at, [[option], ...without(ballots[at]!, option)])
      const beats = (all: RankingBallot[]) => {
        const paths = strongestPaths(duelMatrix(OPTIONS, all))
        const own = OPTIONS.indexOf(option)
        return OPTIONS.filter((_, other) => paths[other]![own]! > paths[own]![other]!)
      }
      const before = beats(ballots)
      beaten += before.length
      for (const other of beats(raised)) expect(before).toContain(other)
    })
    fc.assert(monotone)
    expect(beaten).toBeGreaterThan(50)
  })

  test('the instant runoff promises no such thing: ten ballots that raise the winner make it lose', () => {
    const lines: [number, string][] = [
      [39, 'a>b>c'],
      [35, 'b>c>a'],
      [26, 'c>a>b'],
    ]
    const winner = (...all: [number, string][]) => count(parse(...all), ['a', 'b', 'c']).irv.winner
    expect(winner(...lines)).toEqual(['a'])
    expect(winner([49, 'a>b>c'], [25, 'b>c>a'], [26, 'c>a>b'])).toEqual(['c'])
  })

  test('raising an option never lowers its Borda score', () => {
    const monotone = fc.property(room, fc.constantFrom(...OPTIONS), fc.nat(), (ballots, option, pick) => {
      const at = pick % ballots.length
      fc.pre(ballots[at]!.length > 0)
      const raised = [[option], ...without(ballots[at]!, option)]
      const score = (all: RankingBallot[]) => toNumber(parseFraction(count(all).borda.scores[option]!))
      expect(score(ballots.with(at, raised))).toBeGreaterThanOrEqual(score(ballots))
    })
    fc.assert(monotone)
  })

  test('a clone of an option does not change which of the others can win under Schulze', () => {
    const clones = fc.property(strictRoom, fc.constantFrom(...OPTIONS), (ballots, twin) => {
      const doubled = ballots.map((tiers) =>
        tiers.flatMap((tier) => (tier[0] === twin ? [tier, ['twin']] : [tier])),
      )
      const winners = (all: RankingBallot[], options: string[]) =>
        new Set(count(all, options).ranking[0]!.map((option) => (option === 'twin' ? twin : option)))
      expect(winners(doubled, [...OPTIONS, 'twin'])).toEqual(winners(ballots, OPTIONS))
    })
    fc.assert(clones)
  })

  test('giving every ballot twice changes no order', () => {
    const twice = fc.property(room, (ballots) => {
      const [once, doubled] = [count(ballots), count([...ballots, ...ballots])]
      for (const rule of RULES) expect(orderOf(doubled, rule)).toEqual(orderOf(once, rule))
    })
    fc.assert(twice)
  })

  test('the duels of two rooms added up are those of all their ballots', () => {
    const merged = fc.property(room, room, (one, other) => {
      const sum = sumMatrices([duelMatrix(OPTIONS, one), duelMatrix(OPTIONS, other)])
      expect(sum).toEqual(duelMatrix(OPTIONS, [...one, ...other]))
    })
    fc.assert(merged)
  })

  test('an option taken out during the vote is as if it had never been there', () => {
    const removed = fc.property(room, (ballots) => {
      const rest = OPTIONS.slice(1)
      const never = ballots.map((tiers) => without(tiers, 'a'))
      expect(count(ballots, rest)).toEqual(count(never, rest))
    })
    fc.assert(removed)
  })

  function without(tiers: RankingBallot, option: string): RankingBallot {
    return tiers.map((tier) => tier.filter((other) => other !== option)).filter((tier) => tier.length > 0)
  }
})
