// Camps on a plane: k-means from points far apart, and how clear they are. Called by groups.ts.
// Sources: S. Lloyd, IEEE Transactions on Information Theory 28 (1982); P. J. Rousseeuw, Journal of Computational
// and Applied Mathematics 20 (1987); start from the farthest first (T. F. Gonzalez, 1985), so that no order of arrival matters.
import type { Point } from './axes.ts'

/** One place with everybody who stands on it. */
export interface Spot {
  at: Point
  people: number[]
}

const ROUNDS = 20
/** Places closer than this are one: votes that are equal may differ by the rounding of a sum. */
const SAME = 1e-9

/** The distinct places of these people, in the order of the first person on each. */
export function spotsOf(people: readonly number[], points: readonly Point[]): Spot[] {
  const spots: Spot[] = []
  for (const person of people) {
    const at = points[person]!
    const spot = spots.find((other) => distance(other.at, at) < SAME)
    if (spot) spot.people.push(person)
    else spots.push({ at, people: [person] })
  }
  return spots
}

/** The cluster of each spot, from 0 to k - 1, weighted by people. */
export function kMeans(spots: readonly Spot[], k: number): number[] {
  let centres = farthestFirst(spots, k)
  let labels = spots.map(({ at }) => nearest(at, centres))
  for (let round = 0; round < ROUNDS; round++) {
    centres = centres.map((centre, c) => centreOf(spots.filter((_, i) => labels[i] === c)) ?? centre)
    const next = spots.map(({ at }) => nearest(at, centres))
    if (next.every((label, i) => label === labels[i])) break
    labels = next
  }
  return labels
}

/** Mean over the spots of (b - a) / max(a, b): a to one's own cluster, b to the nearest other; 0 for one alone. */
export function silhouette(spots: readonly Spot[], labels: readonly number[]): number {
  const sizes: number[] = []
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1
  const values = spots.map(({ at }, i) => {
    const own = labels[i]!
    const sums = sizes.map(() => 0)
    spots.forEach((spot, j) => (sums[labels[j]!]! += distance(at, spot.at)))
    if (sizes[own] === 1) return 0
    const a = sums[own]! / (sizes[own]! - 1)
    const b = Math.min(...sums.map((sum, label) => (label === own ? Infinity : sum / sizes[label]!)))
    return a === b ? 0 : (b - a) / Math.max(a, b)
  })
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The spot farthest from the middle, then again and again the one farthest from those chosen; the earlier at a tie. */
function farthestFirst(spots: readonly Spot[], k: number): Point[] {
  const middle = centreOf(spots) ?? [0, 0]
  const chosen = [farthest(spots, [middle])]
  while (chosen.length < k) chosen.push(farthest(spots, chosen))
  return chosen
}

function farthest(spots: readonly Spot[], from: readonly Point[]): Point {
  const gaps = spots.map(({ at }) => Math.min(...from.map((point) => distance(at, point))))
  const most = Math.max(...gaps)
  return spots[gaps.findIndex((gap) => gap > most - SAME)]!.at
}

function nearest(at: Point, centres: readonly Point[]): number {
  const gaps = centres.map((centre) => distance(at, centre))
  const least = Math.min(...gaps)
  return gaps.findIndex((gap) => gap < least + SAME)
}

function centreOf(spots: readonly Spot[]): Point | null {
  const weight = spots.reduce((sum, { people }) => sum + people.length, 0)
  if (weight === 0) return null
  const mean = (side: 0 | 1) =>
    spots.reduce((sum, { at, people }) => sum + at[side] * people.length, 0) / weight
  return [mean(0), mean(1)]
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)
}
