// Elo ratings, to be shown and never to decide: they depend on which games are rated together.
// Called by count.ts. Source: A. E. Elo, The Rating of Chessplayers, Past and Present (1978).
import type { Game } from './games.ts'

/**
 * Ratings after some periods. The games of one period are all rated from the ratings before it, so that their order
 * does not matter: R += K (S - E), E = 1 / (1 + 10^((Rb - Ra) / 400)). Games of options without a rating are dropped.
 */
export function eloRatings(
  start: Readonly<Record<string, number>>,
  K: number,
  periods: readonly (readonly Game[])[],
): Record<string, number> {
  return periods.reduce<Record<string, number>>(
    (before, games) => {
      const after = { ...before }
      for (const [a, b, result] of games) {
        if (!Object.hasOwn(before, a) || !Object.hasOwn(before, b)) continue
        const change = K * (result - 1 / (1 + 10 ** ((before[b]! - before[a]!) / 400)))
        after[a]! += change
        after[b]! -= change
      }
      return after
    },
    { ...start },
  )
}
