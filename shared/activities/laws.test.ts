// The laws of counting, method by method: no option is favoured by its place, counting again says the same, every ballot twice
// keeps the order, an option that left was never there. The order of ballots, and none at all: contract.test.ts. Rooms that add
// up: shared/tour/pool.test.ts. What one vote more does: beside each method.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choicesFor } from '../../tests/support/ballots.ts'
import type { Paper } from '../voting.ts'
import { isRefusal } from '../wire.ts'
import { ballotTypeOf } from './activity.ts'
import { ACTIVITIES, activityOf } from './index.ts'
import { orderOf, ranksOf, RULES, type RankingResult } from './ranking/count.ts'
import type { ScoreCount } from './score/activity.ts'
import type { SingleResult } from './single-choice/count.ts'
import type { AxesResult } from './two-axis/count.ts'

const IDS = ['a', 'b', 'c', 'd']
const OPTIONS = IDS.map((id) => ({ id, label: id.toUpperCase() }))

/** What a result says of each option, by its id: whatever orders them. */
type Standing = Record<string, unknown>
type ReadStanding = (result: never, paper: Paper) => Standing
const ranks: ReadStanding = (result: { ranks: Standing }) => result.ranks
const byPlace: ReadStanding = ({ ranks: each }: { ranks: number[] }, { options }) =>
  Object.fromEntries(options.map(({ id }, place) => [id, each[place]]))

/** Methods that order their options, the settings that they are tried with, and where their order stands. */
const METHODS: [kind: string, settings: object, standing: ReadStanding][] = [
  ['dot-vote', { dotsPerPerson: 4 }, ranks],
  ['single-choice', {}, outcomeOf],
  ['single-choice', { rule: 'absolute' }, outcomeOf],
  ['multiple-choice', { max: 3 }, ranks],
  ['approval', { seats: 2 }, ranks],
  ['score', {}, scoreRanks],
  ['score', { missing: 'min', min: -2, max: 2 }, scoreRanks],
  ['majority-judgment', {}, byPlace],
  ['majority-judgment', { requireAll: false }, byPlace],
  ['majority-judgment', { requireAll: false, missing: 'MedianDefault' }, byPlace],
  ['majority-judgment', { requireAll: false, missing: 'Normalized' }, byPlace],
  ['ranking', {}, rankings],
  ['quadratic', { allowNegative: true }, ranks],
  ['pairwise', {}, ranks],
  ['two-axis', {}, mediansOf],
]

/** Where each option lies; how wide the middle half of the people is, grows with their number. */
function mediansOf({ items }: AxesResult): Standing {
  return Object.fromEntries(Object.entries(items).map(([id, { impact, effort }]) => [id, [impact, effort]]))
}

/** Votes, and who goes on or wins. */
function outcomeOf({ counts, winners, runoff = [] }: SingleResult): Standing {
  const ahead = (id: string) => [winners.includes(id), runoff.includes(id)]
  return Object.fromEntries(Object.keys(counts).map((id) => [id, ahead(id)]))
}

function scoreRanks({ results }: ScoreCount): Standing {
  return Object.fromEntries(Object.entries(results).map(([id, { rank }]) => [id, rank]))
}

/** Under every rule but Ranked Pairs, whose last word is the order of the options, and but for lots, which go by their ids. */
function rankings(result: RankingResult): Standing {
  const lots = result.irv.ties.some(({ rule }) => rule === 'lot')
  const rules = RULES.filter((rule) => rule !== 'ranked-pairs' && !(rule === 'irv' && lots))
  const orders = rules.map((rule) => ranksOf(orderOf(result, rule)))
  return Object.fromEntries(IDS.map((id) => [id, orders.map((order) => order[id])]))
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

/** The same choice with each option under another name. */
function renamed(choice: unknown, names: readonly string[]): unknown {
  const nameOf = (id: string) => names[IDS.indexOf(id)] ?? id
  if (typeof choice === 'string') return nameOf(choice)
  if (Array.isArray(choice)) return choice.map((part) => renamed(part, names))
  if (typeof choice !== 'object' || choice === null) return choice
  return Object.fromEntries(Object.entries(choice).map(([key, value]) => [nameOf(key), value]))
}

/** The choice of somebody who never saw this option; null where they then said nothing at all. */
function unseen(choice: unknown, id: string): unknown {
  if (Array.isArray(choice)) {
    const kept = choice.filter((part) => part !== id && !(isGame(part) && part.includes(id)))
    const rest = kept
      .map((part) => unseen(part, id))
      .filter((part) => !Array.isArray(part) || part.length > 0)
    return rest
  }
  if (typeof choice !== 'object' || choice === null) return choice === id ? null : choice
  return Object.fromEntries(Object.entries(choice).filter(([key]) => key !== id))
}

const isGame = (part: unknown): part is unknown[] => Array.isArray(part) && typeof part[2] === 'number'

describe.each(METHODS)('%s %j', (kind, given, standing) => {
  const { poll, settings } = activityOf(kind)!
  const paper = poll!.paper([], settings.parse({ options: OPTIONS, ...given }), (key) => key)
  const choices = choicesFor(ballotTypeOf(poll!, paper), paper)
  const room = fc
    .array(choices, { maxLength: 9 })
    .map((all) => all.map((choice) => poll!.check(paper, choice)).filter((ballot) => !isRefusal(ballot)))
  const stand = (on: Paper, ballots: unknown[]) => standing(poll!.count(on, ballots) as never, on)

  test('no option is favoured by its place on the paper, nor by its name', () => {
    const others = fc.shuffledSubarray(IDS, { minLength: 4 })
    const neutral = fc.property(room, others, others, (ballots, order, names) => {
      const options = order.map((id) => ({ id, label: id }))
      expect(stand({ ...paper, options }, ballots)).toEqual(stand(paper, ballots))
      const now = stand(
        paper,
        ballots.map((ballot) => renamed(ballot, names)),
      )
      const was = stand(paper, ballots)
      IDS.forEach((id, i) => expect(now[names[i]!]).toEqual(was[id]))
    })
    fc.assert(neutral, { numRuns: 60 })
  })

  test('counting again says the same, and leaves the ballots alone', () => {
    const again = fc.property(room, (ballots) => {
      const frozen = deepFreeze(structuredClone({ paper, ballots }))
      const first = poll!.count(frozen.paper, frozen.ballots as unknown[])
      expect(poll!.count(frozen.paper, frozen.ballots as unknown[])).toEqual(first)
      expect(frozen).toEqual({ paper, ballots })
    })
    fc.assert(again, { numRuns: 30 })
  })

  // The win rate of pairs is smoothed as if each option had won one game and lost one more: twice as many games weigh more.
  test.skipIf(kind === 'pairwise')('every ballot twice keeps the order', () => {
    const twice = fc.property(room, (ballots) => {
      expect(stand(paper, [...ballots, ...ballots])).toEqual(stand(paper, ballots))
    })
    fc.assert(twice, { numRuns: 60 })
  })

  test('an option that left is as if it had never been on the paper', () => {
    let told = 0
    const left = { ...paper, options: OPTIONS.slice(1), rev: 2 }
    const gone = fc.property(room, (ballots) => {
      const followed = ballots.map((ballot) => poll!.withoutOption!(ballot, 'a'))
      const never = ballots.map((ballot) => poll!.check(left, unseen(ballot, 'a')))
      const both = never.map((ballot, i) => [followed[i], ballot] as const)
      // A ballot with nothing left to say is to be done again: nobody knows what it would have said.
      const said = both.filter(([ballot, other]) => ballot !== undefined && !isRefusal(other))
      told += said.length
      expect(
        poll!.count(
          left,
          said.map(([ballot]) => ballot),
        ),
      ).toEqual(
        poll!.count(
          left,
          said.map(([, ballot]) => ballot),
        ),
      )
    })
    fc.assert(gone, { numRuns: 40 })
    expect(told).toBeGreaterThan(20)
  })
})

test('no method that ranks its options is left out', () => {
  const known = new Set(METHODS.map(([kind]) => kind))
  const ranking = ACTIVITIES.filter(({ kind, poll }) => {
    if (!poll?.withoutOption || known.has(kind)) return false
    const paper = poll.paper([], activityOf(kind)!.settings.parse({}), (key) => key)
    const result = poll.count({ ...paper, options: OPTIONS }, []) as object
    // Boards that are voted on count like a multiple choice.
    return 'ranks' in result && !('shareOfVoters' in result)
  })
  expect(ranking.map(({ kind }) => kind)).toEqual([])
})
