// Ranked Pairs: won duels are locked from the clearest on, unless one would close a ring.
// Called by count.ts. Source: T. N. Tideman, Social Choice and Welfare 4 (1987) 185-206; winning votes.
import { tiers, type Matrix } from './duels.ts'

export type Duel = [winner: number, loser: number]

export interface RankedPairs {
  /** In the order in which they were locked. */
  locked: Duel[]
  /** Duels left out because they contradict clearer ones. */
  skipped: Duel[]
  tiers: number[][]
}

/** Duels by more votes for, then fewer against, then the order of the options, which alone is no voter's doing. */
export function rankPairs(duels: Matrix): RankedPairs {
  const reaches = duels.map((row) => row.map(() => false))
  const locked: Duel[] = []
  const skipped: Duel[] = []
  for (const [winner, loser] of wonDuels(duels)) {
    if (reaches[loser]![winner]) {
      skipped.push([winner, loser])
      continue
    }
    locked.push([winner, loser])
    lock(reaches, winner, loser)
  }
  return { locked, skipped, tiers: tiers(duels.length, (a, b) => reaches[a]![b]!) }
}

function wonDuels(duels: Matrix): Duel[] {
  const won = duels.flatMap((row, a) =>
    row.flatMap((votes, b): Duel[] => (votes > duels[b]![a]! ? [[a, b]] : [])),
  )
  const votes = ([winner, loser]: Duel) => duels[winner]![loser]!
  const against = ([winner, loser]: Duel) => duels[loser]![winner]!
  return won.sort((p, q) => votes(q) - votes(p) || against(p) - against(q) || p[0] - q[0] || p[1] - q[1])
}

/** Everything that reaches the winner now reaches the loser and all that the loser reaches. */
function lock(reaches: boolean[][], winner: number, loser: number): void {
  if (reaches[winner]![loser]) return
  for (const [from, row] of reaches.entries()) {
    if ((from !== winner && !row[winner]) || row[loser]) continue
    row[loser] = true
    for (const [to, reached] of reaches[loser]!.entries()) if (reached) row[to] = true
  }
}
