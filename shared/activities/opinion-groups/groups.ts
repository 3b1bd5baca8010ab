// Opinion groups: who votes alike, on a table of people by statements. Called by count.ts.
// Source: the method of Polis as published (C. Small et al., Recerca 26(2), 2021), with a start that no order of arrival changes.
import { axesOf, positionOf, type Axes, type Point, type Vote } from './axes.ts'
import { kMeans, silhouette, spotsOf, type Spot } from './clusters.ts'

export interface GroupRule {
  /** Votes that somebody must have given to be grouped, if there are so many statements. */
  minVotes: number
  /** Below so many people, the most active of the others join. */
  greedyFloor: number
  maxK: number
}

export interface Groups {
  axes: Axes
  /** One for everybody, grouped or not. */
  points: Point[]
  kMax: number
  k: number
  /** People by their place in the table, the largest group first. */
  groups: number[][]
  /** By number of groups tried. */
  silhouettes: Record<string, number>
}

/** Fewer voters are one group. */
const FEWEST = 8

/** Groups of people whose votes are alike: the number of groups that is clearest, the smaller one at a tie. */
export function groupsOf(votes: readonly (readonly Vote[])[], statements: number, rule: GroupRule): Groups {
  const axes = axesOf(votes, statements)
  const points = votes.map((row) => positionOf(row, axes))
  const people = active(votes, statements, rule)
  const spots = spotsOf(people, points)
  const kMax = Math.min(rule.maxK, 2 + Math.floor(spots.length / 12), spots.length)
  const whole = {
    axes,
    points,
    kMax,
    k: people.length > 0 ? 1 : 0,
    groups: people.length > 0 ? [people] : [],
  }
  if (people.length < FEWEST || kMax < 2) return { ...whole, silhouettes: {} }
  const tried = Array.from({ length: kMax - 1 }, (_, i) => attempt(spots, i + 2))
  const best = tried.reduce((a, b) => (b.silhouette > a.silhouette + 1e-12 ? b : a))
  const silhouettes = Object.fromEntries(tried.map((it) => [String(it.k), it.silhouette]))
  const groups = bySize(spots, best.labels)
  return { ...whole, k: groups.length, groups, silhouettes }
}

function attempt(spots: readonly Spot[], k: number) {
  const labels = kMeans(spots, k)
  return { k, labels, silhouette: silhouette(spots, labels) }
}

/** People with enough votes; where they are few, the most active of the others too, the earlier at a tie. */
function active(votes: readonly (readonly Vote[])[], statements: number, rule: GroupRule): number[] {
  const given = votes.map((row) => row.filter((vote) => vote !== null).length)
  const order = given.map((_, person) => person).sort((a, b) => given[b]! - given[a]! || a - b)
  const enough = order.filter((person) => given[person]! >= Math.min(rule.minVotes, statements))
  const kept = order
    .filter((person) => given[person]! > 0)
    .slice(0, Math.max(enough.length, rule.greedyFloor))
  return kept.sort((a, b) => a - b)
}

function bySize(spots: readonly Spot[], labels: readonly number[]): number[][] {
  const groups = new Map<number, number[]>()
  spots.forEach(({ people }, i) => groups.set(labels[i]!, [...(groups.get(labels[i]!) ?? []), ...people]))
  const sorted = [...groups.values()].map((people) => people.sort((a, b) => a - b))
  return sorted.sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}
