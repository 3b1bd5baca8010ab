// The two directions along which people differ most: principal axes of their votes. Called by groups.ts and by phones.
// Sources: K. Pearson, Philosophical Magazine 2 (1901); the widening of sparse voters is that of Polis
// (C. Small et al., Recerca 26(2), 2021).
import { eigenvectors } from './eigen.ts'

/** Agree, disagree, pass; null where the statement was not seen. */
export type Vote = 1 | -1 | 0 | null
export type Point = [x: number, y: number]

export interface Axes {
  /** Of each statement over those who saw it; 0 where nobody did. */
  means: number[]
  first: number[]
  second: number[]
}

/** Means and the two axes of greatest spread; an unseen vote counts as the mean. */
export function axesOf(votes: readonly (readonly Vote[])[], statements: number): Axes {
  const means = Array.from({ length: statements }, (_, j) => meanOf(votes.flatMap((row) => row[j] ?? [])))
  const products = means.map(() => means.map(() => 0))
  for (const row of votes) {
    const away = means.map((mean, j) => (row[j] === null ? 0 : row[j]! - mean))
    for (const [i, left] of away.entries())
      if (left !== 0) for (let j = 0; j < away.length; j++) products[i]![j]! += left * away[j]!
  }
  const [first = [], second = first.map(() => 0)] = eigenvectors(products)
  return { means, first, second }
}

/** Where someone stands: (v - mean) along each axis over the statements seen, times √(all / seen). */
export function positionOf(row: readonly Vote[], { means, first, second }: Axes): Point {
  const seen = row.filter((vote) => vote !== null).length
  if (seen === 0) return [0, 0]
  const scale = Math.sqrt(row.length / seen)
  const point: Point = [0, 0]
  row.forEach((vote, j) => {
    if (vote === null) return
    point[0] += scale * (vote - means[j]!) * first[j]!
    point[1] += scale * (vote - means[j]!) * second[j]!
  })
  return point
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
