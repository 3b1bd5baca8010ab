// Instant-runoff voting: the option with the fewest first places leaves, its ballots go on to their next choice.
// Called by count.ts. Source: Ware's alternative vote (1871), as in Tideman, Collective Decisions and Voting (2006).
import {
  add,
  compare,
  fraction,
  multiply,
  showFraction,
  subtract,
  toNumber,
  type Fraction,
} from '../../counting/fraction.ts'
import { sha256 } from '../../counting/sha256.ts'
import { drawLots } from '../../voting.ts'
import type { RankingBallot } from './duels.ts'

/** Whole numbers as numbers; a ballot with equal best options is shared among them, '7/2'. */
export type Voices = number | string

export interface IrvResult {
  /** One, or all that are left with the same votes. */
  winner: string[]
  rounds: { counts: Record<string, Voices>; exhausted: number }[]
  ranking: string[][]
  /** How options tied for the last place left: all at once, by an earlier round, or by a lot. Rounds count from 1. */
  ties: { round: number; rule: 'batch' | 'earlier-round' | 'lot'; eliminated: string[] }[]
}

/** Ballots that weigh the same: those of one room. */
export interface Room {
  ballots: readonly RankingBallot[]
  weight: Fraction
}

interface Round {
  votes: Map<string, Fraction>
  exhausted: Fraction
  continuing: Fraction
}

/**
 * Rounds until one option has more than half of the ballots that still name one, or all that are left are equal.
 * Last together: all leave where their votes together are below the next; else fewer votes in the latest
 * earlier round; else the public lot of `seed` (ascending SHA-256 of `seed:option`, the first leaves).
 */
export function instantRunoff(
  options: readonly string[],
  ballots: readonly RankingBallot[],
  seed: string,
): IrvResult {
  return runoff(options, [{ ballots, weight: fraction(1) }], seed)
}

/** The same with ballots of several weights; `exhausted` is then a weight too. */
export function runoff(options: readonly string[], rooms: readonly Room[], seed: string): IrvResult {
  const rounds: Round[] = []
  const gone: string[][] = []
  const ties: IrvResult['ties'] = []
  const left = new Set(options)
  for (;;) {
    const round = firstPlaces(left, rooms)
    rounds.push(round)
    const winner = winnersOf(round)
    if (winner.length > 0 || left.size === 0)
      return { winner, rounds: rounds.map(shown), ranking: [...finalTiers(round, winner), ...gone], ties }
    const { rule, eliminated } = lastOf(rounds, seed)
    if (rule) ties.push({ round: rounds.length, rule, eliminated })
    gone.unshift(eliminated)
    for (const option of eliminated) left.delete(option)
  }
}

function firstPlaces(left: ReadonlySet<string>, rooms: readonly Room[]): Round {
  const votes = new Map([...left].map((option) => [option, fraction(0)]))
  let [exhausted, all] = [fraction(0), fraction(0)]
  for (const { ballots, weight } of rooms) {
    const shared = new Map<number, Map<string, number>>()
    let empty = 0
    for (const ballot of ballots) {
      const best = bestLeft(ballot, left)
      if (best.length === 0) empty++
      const counts = shared.get(best.length) ?? new Map<string, number>()
      for (const option of best) counts.set(option, (counts.get(option) ?? 0) + 1)
      shared.set(best.length, counts)
    }
    for (const [size, counts] of shared)
      for (const [option, count] of counts)
        votes.set(option, add(votes.get(option)!, multiply(weight, fraction(count, size))))
    exhausted = add(exhausted, multiply(weight, fraction(empty)))
    all = add(all, multiply(weight, fraction(ballots.length)))
  }
  return { votes, exhausted, continuing: subtract(all, exhausted) }
}

function bestLeft(ballot: RankingBallot, left: ReadonlySet<string>): string[] {
  for (const tier of ballot) {
    const alive = tier.filter((option) => left.has(option))
    if (alive.length > 0) return alive
  }
  return []
}

function winnersOf({ votes, continuing }: Round): string[] {
  const half = multiply(continuing, fraction(1, 2))
  const major = [...votes].filter(([, own]) => compare(own, half) > 0).map(([option]) => option)
  if (major.length > 0) return major
  const [first, ...others] = votes.values()
  return first && others.every((other) => compare(first, other) === 0) ? [...votes.keys()] : []
}

/** Who leaves after the last of these rounds, in which no option has won and not all are equal. */
function lastOf(
  rounds: readonly Round[],
  seed: string,
): { eliminated: string[]; rule?: IrvResult['ties'][number]['rule'] } {
  const { votes } = rounds.at(-1)!
  const lowest = leastOf([...votes.keys()], votes)
  if (lowest.length === 1) return { eliminated: lowest }
  const least = votes.get(lowest[0]!)!
  const together = multiply(least, fraction(lowest.length))
  const above = [...votes].filter(([option]) => !lowest.includes(option))
  if (above.every(([, own]) => compare(together, own) < 0)) return { eliminated: lowest, rule: 'batch' }
  const weakest = rounds.slice(0, -1).reduceRight((tied, round) => leastOf(tied, round.votes), lowest)
  if (weakest.length === 1) return { eliminated: weakest, rule: 'earlier-round' }
  return { eliminated: drawLots(seed, weakest, sha256).slice(0, 1), rule: 'lot' }
}

function leastOf(options: string[], votes: ReadonlyMap<string, Fraction>): string[] {
  const least = options.map((option) => votes.get(option)!).reduce((a, b) => (compare(b, a) < 0 ? b : a))
  return options.filter((option) => compare(votes.get(option)!, least) === 0)
}

/** The winner, then who was left with it by their last votes, equal votes together. */
function finalTiers({ votes }: Round, winner: string[]): string[][] {
  const others = [...votes].filter(([option]) => !winner.includes(option)).sort((a, b) => compare(b[1], a[1]))
  const found: string[][] = winner.length > 0 ? [winner] : []
  others.forEach(([option, own], i) => {
    if (i > 0 && compare(own, others[i - 1]![1]) === 0) found.at(-1)!.push(option)
    else found.push([option])
  })
  return found
}

function shown({ votes, exhausted }: Round): IrvResult['rounds'][number] {
  const counts = [...votes].map(([option, own]) => [
    option,
    own.den === 1n ? Number(own.num) : showFraction(own),
  ])
  return { counts: Object.fromEntries(counts), exhausted: toNumber(exhausted) }
}
