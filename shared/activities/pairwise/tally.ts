// Duels added up, and the share of them that each option wins. Called by count.ts.
// Source of the score: Laplace's rule of succession; M. J. Salganik and K. E. C. Levy, PLoS ONE 10(5) (2015).
import { fraction, type Fraction } from '../../counting/fraction.ts'
import type { Game } from './games.ts'

export interface Tally {
  /** `halves[a][b]`: twice the wins of a against b, an equal game being one for each. */
  halves: number[][]
  /** Games that each option has played. */
  played: number[]
}

/** Games by positions in `options`; those with an option that is not there are dropped. */
export function tally(options: readonly string[], games: readonly Game[]): Tally {
  const places = new Map(options.map((option, place) => [option, place]))
  const halves = options.map(() => options.map(() => 0))
  const played = options.map(() => 0)
  for (const [first, second, result] of games) {
    const [a, b] = [places.get(first), places.get(second)]
    if (a === undefined || b === undefined || a === b) continue
    halves[a]![b]! += 2 * result
    halves[b]![a]! += 2 - 2 * result
    played[a]!++
    played[b]!++
  }
  return { halves, played }
}

/** (wins + ½ ties + 1) / (games + 2): one half for an option that nobody has compared. */
export function winRates({ halves, played }: Tally): Fraction[] {
  return halves.map((row, a) =>
    fraction(
      row.reduce((sum, half) => sum + half, 2),
      2 * (played[a]! + 2),
    ),
  )
}
