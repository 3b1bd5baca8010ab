// Bradley-Terry strengths: option a beats b with the chance a / (a + b). Called by count.ts.
// Sources: R. A. Bradley and M. E. Terry, Biometrika 39 (1952); the MM iteration of D. R. Hunter, Annals of Statistics 32 (2004).
import type { Tally } from './tally.ts'

const ROUNDS = 10_000
const STILL = 1e-13

/** Strengths that add up to 1, of greatest likelihood with `prior` wins each way for every pair, which keeps them finite. */
export function strengths({ halves }: Tally, prior: number): number[] {
  const size = halves.length
  const games = halves.map((row, a) => row.map((half, b) => (half + halves[b]![a]!) / 2 + 2 * prior))
  const wins = halves.map((row) => row.reduce((sum, half) => sum + half, 0) / 2 + prior * (size - 1))
  let current = halves.map(() => 1 / size)
  if (size < 2) return current
  for (let round = 0; round < ROUNDS; round++) {
    const next = normalised(wins.map((won, a) => won / expected(a, current, games[a]!)))
    const moved = Math.max(...next.map((value, a) => Math.abs(value - current[a]!)))
    current = next
    if (moved < STILL) break
  }
  return current
}

function expected(a: number, current: readonly number[], games: readonly number[]): number {
  return games.reduce((sum, count, b) => (a === b ? sum : sum + count / (current[a]! + current[b]!)), 0)
}

function normalised(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  return values.map((value) => value / total)
}
