// The Schulze method: a beats b where the strongest path from a to b is stronger than the one back.
// Called by count.ts. Source: M. Schulze, Social Choice and Welfare 36 (2011) 267-303; winning votes.
import { tiers, type Matrix } from './duels.ts'

/** The strength of the strongest path of won duels between two options; 0 where there is none, and to itself. */
export function strongestPaths(duels: Matrix): Matrix {
  const paths = duels.map((row, a) => row.map((votes, b) => (votes > duels[b]![a]! ? votes : 0)))
  const places = paths.map((_, place) => place)
  for (const via of places)
    for (const from of places) {
      const first = paths[from]![via]!
      if (from === via || first === 0) continue
      for (const to of places) {
        const weakest = Math.min(first, paths[via]![to]!)
        if (to !== from && weakest > paths[from]![to]!) paths[from]![to] = weakest
      }
    }
  return paths
}

/** Tiers of the Schulze ranking: the first holds every option that no other beats by path. */
export function schulzeTiers(paths: Matrix): number[][] {
  return tiers(paths.length, (a, b) => paths[a]![b]! > paths[b]![a]!)
}
