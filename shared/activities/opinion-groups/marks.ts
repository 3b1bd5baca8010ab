// What a group says about a statement, and which statements mark it or bring all groups together. Called by count.ts.
// Source: the statistics of Polis as published (C. Small et al., Recerca 26(2), 2021): smoothed shares and two z tests.
import { compare, fraction, multiply, subtract, toNumber, type Fraction } from '../../counting/fraction.ts'
import type { Vote } from './axes.ts'

/** Votes of one group on one statement: agree, disagree, all who saw it, passes included. */
export type GroupVotes = [agree: number, disagree: number, seen: number]
export type Side = 'agree' | 'disagree'

/** 90 %, one-sided. */
const CLEAR = 1.2816
const MOST = 5

/** Votes of these people on one statement. */
export function votesOf(
  people: readonly number[],
  votes: readonly (readonly Vote[])[],
  statement: number,
): GroupVotes {
  const given = people.map((person) => votes[person]![statement]!)
  const count = (vote: Vote) => given.filter((other) => other === vote).length
  return [count(1), count(-1), given.length - count(null)]
}

/** Product over the groups of (those on this side + 1) / (seen + 2): high only where every group is on it. */
export function together(groups: readonly GroupVotes[], side: Side): Fraction {
  return groups.reduce((product, votes) => multiply(product, shareOf(votes, side)), fraction(1))
}

/** How much more a group is on this side than all others together: the ratio of their smoothed shares. */
export function ratioOf(groups: readonly GroupVotes[], group: number, side: Side): Fraction {
  const rest = shareOf(restOf(groups, group), side)
  return multiply(shareOf(groups[group]!, side), fraction(rest.den, rest.num))
}

/** The two-proportion z of a group against all others, with one added to each of the four counts. */
export function zOf(groups: readonly GroupVotes[], group: number, side: Side): number {
  const [own, rest] = [groups[group]!, restOf(groups, group)]
  const [a, n, b, m] = [on(own, side) + 1, own[2] + 1, on(rest, side) + 1, rest[2] + 1]
  const pooled = fraction(a + b, n + m)
  const spread = multiply(multiply(pooled, subtract(fraction(1), pooled)), fraction(n + m, n * m))
  if (spread.num <= 0n) return 0
  return toNumber(subtract(fraction(a, n), fraction(b, m))) / Math.sqrt(toNumber(spread))
}

export interface Mark {
  /** Position of the statement. */
  statement: number
  side: Side
}

/** The statements that mark a group, at most five, those it agrees with first: clear by themselves and against the others. */
export function marksOf(statements: readonly (readonly GroupVotes[])[], group: number): Mark[] {
  const sides: Side[] = ['agree', 'disagree']
  const found = sides
    .flatMap((side) =>
      statements.map((groups, statement) => ({ statement, side, ...strengthOf(groups, group, side) })),
    )
    .filter(({ clear }) => clear)
    .sort((p, q) => q.strength - p.strength || p.statement - q.statement)
    .slice(0, MOST)
  return sides.flatMap((side) =>
    found.filter((mark) => mark.side === side).map(({ statement }) => ({ statement, side })),
  )
}

function strengthOf(groups: readonly GroupVotes[], group: number, side: Side) {
  const own = groups[group]!
  const z = zOf(groups, group, side)
  const test = 2 * Math.sqrt(own[2] + 1) * ((on(own, side) + 1) / (own[2] + 1) - 0.5)
  const strength = toNumber(ratioOf(groups, group, side)) * z * toNumber(shareOf(own, side)) * test
  return { clear: z > CLEAR && test > CLEAR, strength }
}

/** Most shared first: the better of both sides of each statement. */
export function commonGround(statements: readonly (readonly GroupVotes[])[]): Mark[] {
  return statements
    .map((groups, statement) => {
      const [agree, disagree] = [together(groups, 'agree'), together(groups, 'disagree')]
      const side: Side = compare(disagree, agree) > 0 ? 'disagree' : 'agree'
      return { statement, side, value: side === 'agree' ? agree : disagree }
    })
    .sort((p, q) => compare(q.value, p.value) || p.statement - q.statement)
    .map(({ statement, side }) => ({ statement, side }))
}

/** More than half of every group is on this side. */
export function isEverywhere(groups: readonly GroupVotes[], side: Side): boolean {
  return groups.every((votes) => 2 * on(votes, side) > votes[2])
}

function shareOf(votes: GroupVotes, side: Side): Fraction {
  return fraction(on(votes, side) + 1, votes[2] + 2)
}

function restOf(groups: readonly GroupVotes[], group: number): GroupVotes {
  return groups.reduce<GroupVotes>(
    (sum, votes, i) => (i === group ? sum : [sum[0] + votes[0], sum[1] + votes[1], sum[2] + votes[2]]),
    [0, 0, 0],
  )
}

function on([agree, disagree]: GroupVotes, side: Side): number {
  return side === 'agree' ? agree : disagree
}
