// The cells of a matrix shared out among people, so that each cell gets answers enough and nobody has to fill in all.
// Pure. Called by the activities with cells (paper) and by server/live/dealing.ts.
import type { Deal } from '../voting.ts'

/** Every cell is to be judged by so many people (docs/foresight.md#structural-analysis: r = 3). */
export const RATINGS = 3

/** Cells for each person, so that each cell gets `ratings` answers, from one person on. */
export function dealOf(cells: number, people: number, ratings: number): Deal {
  return { each: Math.min(cells, Math.ceil((cells * ratings) / Math.max(1, people))), ratings }
}

/**
 * The next options for one hand: those dealt the least often that it does not hold yet, at most `size`, in the order of the paper.
 * Neighbours on a paper stay together, so that a person reads one row of a matrix and not a cell here and there.
 */
export function dealNext(
  options: readonly string[],
  dealt: (option: string) => number,
  held: ReadonlySet<string>,
  size: number,
): string[] {
  const free = options.filter((option) => !held.has(option))
  const chosen = new Set([...free].sort((a, b) => dealt(a) - dealt(b)).slice(0, size))
  return free.filter((option) => chosen.has(option))
}
