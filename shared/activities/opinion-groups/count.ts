// Opinion groups of a room: camps, what marks each, and what crosses them. Called by activity.ts.
// Pure; the order of ballots never matters: they are sorted by content first.
import { showFraction } from '../../counting/fraction.ts'
import { refuse, type Refusal } from '../../wire.ts'
import { positionOf, type Point, type Vote } from './axes.ts'
import { groupsOf, type GroupRule, type Groups } from './groups.ts'
import { hullOf } from './hull.ts'
import {
  commonGround,
  isEverywhere,
  marksOf,
  together,
  votesOf,
  type GroupVotes,
  type Mark,
  type Side,
} from './marks.ts'

/** By statement: 1 agree, -1 disagree, 0 pass; statements not seen are absent. */
export type Opinions = Record<string, 1 | -1 | 0>

type By<T> = Record<string, T>

export interface OpinionMark {
  option: string
  side: Side
}

export interface OpinionResult {
  /** People with at least one opinion, and those among them who are in a group. */
  n: number
  grouped: number
  k: number
  kMax: number
  silhouettes: By<number>
  /** The groups stand apart: more than one, with a silhouette of at least 0.25 or on one place each. */
  clear: boolean
  /** Outlines to a tenth, so that a map can be drawn and nobody's votes be read from it. */
  groups: { people: number; hull: Point[]; marks: OpinionMark[] }[]
  /** The statements that most bring all groups together first, each with its stronger side; `everywhere`: more than half of every group is on it. */
  common: (OpinionMark & { everywhere?: true })[]
  /** Over everybody: agree, disagree, seen. */
  agree: By<number>
  disagree: By<number>
  seen: By<number>
  /** By statement, then by group: agree, disagree, seen; null where it would tell who voted what (cells.ts). */
  votesByGroup: By<(GroupVotes | null)[]>
  groupAwareAgree: By<string>
  groupAwareDisagree: By<string>
  /** What a phone needs to find its own place on the map. */
  means: By<number>
  axes: By<Point>
}

const CLEAR = 0.25

/** One opinion as it came from outside, or a refusal. */
export function readVote(value: unknown): Opinions[string] | Refusal {
  if (value === 1 || value === -1) return value
  return value === 0 ? 0 : refuse('bad-request')
}

/** Groups and common ground of these ballots; a ballot without an opinion is nobody's. */
export function countOpinions(
  options: readonly string[],
  rule: GroupRule,
  ballots: readonly Opinions[],
): OpinionResult {
  const rows = ballots
    .map((ballot) => rowOf(options, ballot))
    .filter((row) => row.some((vote) => vote !== null))
  const votes = rows.sort((a, b) => compareRows(a, b))
  const found = groupsOf(votes, options.length, rule)
  const everybody = votes.map((_, person) => person)
  const all = options.map((_, j) => votesOf(everybody, votes, j))
  const byGroup = options.map((_, j) => found.groups.map((people) => votesOf(people, votes, j)))
  const by = <T>(values: readonly T[]): By<T> => Object.fromEntries(options.map((id, j) => [id, values[j]!]))
  return {
    n: votes.length,
    ...shapeOf(found, byGroup, options),
    common:
      votes.length === 0
        ? []
        : commonGround(byGroup).map((mark) => ({
            ...withId(mark, options),
            ...(isEverywhere(byGroup[mark.statement]!, mark.side) ? { everywhere: true as const } : {}),
          })),
    agree: by(all.map(([agree]) => agree)),
    disagree: by(all.map(([, disagree]) => disagree)),
    seen: by(all.map(([, , seen]) => seen)),
    votesByGroup: by(byGroup),
    groupAwareAgree: by(byGroup.map((groups) => showFraction(together(groups, 'agree')))),
    groupAwareDisagree: by(byGroup.map((groups) => showFraction(together(groups, 'disagree')))),
    means: by(found.axes.means.map((mean) => round(mean, 6))),
    axes: by(options.map((_, j): Point => [round(found.axes.first[j]!, 6), round(found.axes.second[j]!, 6)])),
  }
}

/** Where the giver of a ballot stands on the map of this result. */
export function ownPlace(options: readonly string[], result: OpinionResult, ballot: Opinions): Point {
  const axis = (side: 0 | 1) => options.map((id) => result.axes[id]![side])
  const means = options.map((id) => result.means[id]!)
  return positionOf(rowOf(options, ballot), { means, first: axis(0), second: axis(1) })
}

function shapeOf(found: Groups, byGroup: GroupVotes[][], options: readonly string[]) {
  const best = Math.max(...Object.values(found.silhouettes))
  const groups = found.groups.map((people, group) => ({
    people: people.length,
    hull: hullOf(people.map((person): Point => rounded(found.points[person]!))),
    marks: found.k > 1 ? marksOf(byGroup, group).map((mark) => withId(mark, options)) : [],
  }))
  // Two camps that each stand on one place have no silhouette, and could not be clearer.
  const twoPlaces = groups.every(({ hull }) => hull.length === 1)
  return {
    grouped: found.groups.flat().length,
    k: found.k,
    kMax: found.kMax,
    silhouettes: Object.fromEntries(
      Object.entries(found.silhouettes).map(([k, value]) => [k, round(value, 6)]),
    ),
    clear: found.k > 1 && (best >= CLEAR || twoPlaces),
    groups,
  }
}

function rowOf(options: readonly string[], ballot: Opinions): Vote[] {
  return options.map((option) => (Object.hasOwn(ballot, option) ? ballot[option]! : null))
}

/** Any fixed order will do; unseen comes first. */
function compareRows(a: readonly Vote[], b: readonly Vote[]): number {
  const at = a.findIndex((vote, j) => vote !== b[j])
  return at === -1 ? 0 : (a[at] ?? -2) - (b[at] ?? -2)
}

function withId({ statement, side }: Mark, options: readonly string[]): OpinionMark {
  return { option: options[statement]!, side }
}

function rounded([x, y]: Point): Point {
  return [round(x, 1), round(y, 1)]
}

/** Never -0, which JSON would turn into 0. */
function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals + 0
}
