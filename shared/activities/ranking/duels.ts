// Who is preferred to whom, and on how many ballots: what every rule for rankings but one counts from.
// Called by the counts of this folder; sums of these tables merge several rooms.
// Source: M.-J.-A. de Condorcet, Essai sur l'application de l'analyse (1785).

/** Tiers from the best on; options of one tier are equal, options not named are tied last. */
export type RankingBallot = string[][]

/** `matrix[a][b]`: ballots that put option a before option b, by their positions in the list of options. */
export type Matrix = number[][]

/** Head-to-head votes. Options that are not in the list are as if they had never been named. */
export function duelMatrix(options: readonly string[], ballots: readonly RankingBallot[]): Matrix {
  const places = new Map(options.map((option, place) => [option, place]))
  const matrix: Matrix = options.map(() => options.map(() => 0))
  for (const ballot of ballots) {
    const behind = new Set(places.values())
    for (const tier of ballot) {
      const here = tier.map((option) => places.get(option)).filter((place) => place !== undefined)
      for (const place of here) behind.delete(place)
      for (const winner of here) for (const loser of behind) matrix[winner]![loser]!++
    }
  }
  return matrix
}

/** The table of several rooms that ranked the same options. */
export function sumMatrices(matrices: readonly Matrix[]): Matrix {
  return matrices.reduce((sum, matrix) => sum.map((row, a) => row.map((votes, b) => votes + matrix[a]![b]!)))
}

/** The option that wins every duel, or null: there may be none, or a ring. */
export function condorcetWinner(matrix: Matrix): number | null {
  const winner = matrix.findIndex((row, a) => row.every((votes, b) => a === b || votes > matrix[b]![a]!))
  return winner === -1 ? null : winner
}

/** First all that none of the others beats, then the same among the rest. Throws where `beats` has a ring. */
export function tiers(size: number, beats: (a: number, b: number) => boolean): number[][] {
  const found: number[][] = []
  let left = Array.from({ length: size }, (_, place) => place)
  while (left.length > 0) {
    const free = left.filter((place) => !left.some((other) => beats(other, place)))
    if (free.length === 0) throw new Error('a ring of options that beat each other')
    found.push(free)
    left = left.filter((place) => !free.includes(place))
  }
  return found
}

/** A table by option ids, with or without the duels of an option with itself. */
export function named(
  options: readonly string[],
  matrix: Matrix,
  diagonal: boolean,
): Record<string, Record<string, number>> {
  const row = (votes: number[], a: number) =>
    Object.fromEntries(options.map((id, b) => [id, votes[b]!] as const).filter((_, b) => diagonal || a !== b))
  return Object.fromEntries(options.map((id, a) => [id, row(matrix[a]!, a)]))
}
