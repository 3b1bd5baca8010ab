// Risk matrix: which causes of failure are both likely and severe (after the pre-mortem of Klein 2007).
// Pure; the order of ballots never matters. Called by the activity and by the worked examples.
import { middleOf, type Placed } from '../../counting/axes.ts'
import { compare, multiply, toNumber, type Fraction } from '../../counting/fraction.ts'

export interface Cause {
  likelihood: number | null
  severity: number | null
  /** Median likelihood times median severity; null where nobody rated the cause. */
  criticality: number | null
}

export interface CausesResult {
  items: Record<string, Cause>
  /** Rated causes, the most critical first, then the more severe, then in paper order. */
  order: string[]
}

interface Rated {
  option: string
  likelihood: Fraction
  severity: Fraction
}

/** Medians and their product by cause, from likelihood (x) and severity (y). */
export function countCauses(placed: readonly { option: string; places: Placed }[]): CausesResult {
  const rated = placed.flatMap(({ option, places }): Rated[] => {
    const [likelihood, severity] = [middleOf(places.x)?.median, middleOf(places.y)?.median]
    return likelihood && severity ? [{ option, likelihood, severity }] : []
  })
  const criticality = (one: Rated) => multiply(one.likelihood, one.severity)
  const items = new Map<string, Cause>(
    placed.map(({ option }) => [option, { likelihood: null, severity: null, criticality: null }]),
  )
  for (const one of rated)
    items.set(one.option, {
      likelihood: toNumber(one.likelihood),
      severity: toNumber(one.severity),
      criticality: toNumber(criticality(one)),
    })
  return {
    items: Object.fromEntries(items),
    order: rated
      .sort((a, b) => compare(criticality(b), criticality(a)) || compare(b.severity, a.severity))
      .map(({ option }) => option),
  }
}
