// How a structural analysis is drawn: places on the plane of influence and dependence, ranks from direct to indirect. Pure.
// Called by Wall.svelte and its parts.
import type { OptionEntry } from '../../voting.ts'
import type { InfluencePaper } from './activity.ts'
import type { InfluenceCount } from './cells.ts'
import type { InfluenceQuadrant, PowerRow } from './count.ts'

/** Words of `look`. */
export const VIEWS = ['plane', 'indirect', 'slope', 'matrix'] as const
/** Variables of the matrix: those beyond what a room can judge stay out. */
export function variablesOf({ subjects, grids }: InfluencePaper): OptionEntry[] {
  return subjects.slice(0, grids[0].rows.length)
}

/** Sums and ranks of the power that the count stopped at. */
export function indirectOf({ history, powerUsed, direct }: InfluenceCount): Omit<PowerRow, 'power'> {
  return history.find(({ power }) => power === powerUsed) ?? direct
}

export interface Move {
  /** Place of the variable on the paper. */
  index: number
  /** Rows in the list of direct and of indirect influence, from 0. */
  from: number
  to: number
  /** Ranks gained (above 0) or lost. */
  gain: number
}

/** Where each variable stands by direct and by indirect influence; equal ranks stand in the order of the paper. */
export function movesOf({ direct, ...count }: InfluenceCount): Move[] {
  const after = indirectOf({ direct, ...count }).rankInfluence
  const before = direct.rankInfluence
  const rows = (ranks: readonly number[]) => {
    const order = ranks.map((_, i) => i).sort((i, j) => ranks[i]! - ranks[j]! || i - j)
    return ranks.map((_, i) => order.indexOf(i))
  }
  const [from, to] = [rows(before), rows(after)]
  return before.map((rank, index) => ({
    index,
    from: from[index]!,
    to: to[index]!,
    gain: rank - after[index]!,
  }))
}

/** The variable that climbs the most, if one does more than all others. */
export function climber(moves: readonly Move[]): Move | undefined {
  const most = Math.max(0, ...moves.map(({ gain }) => gain))
  const first = moves.filter(({ gain }) => gain === most)
  return most > 0 && first.length === 1 ? first[0] : undefined
}

/** Names of the variables of a quadrant. */
export function namesIn(
  variables: readonly OptionEntry[],
  quadrants: readonly InfluenceQuadrant[],
  wanted: InfluenceQuadrant,
): string[] {
  return variables.filter((_, i) => quadrants[i] === wanted).map(({ label }) => label)
}
