// Which causes of failure are both likely and severe (after the pre-mortem of Klein 2007), and what a paper asks of them.
// Pure; the order of ballots never matters. Called by pre-mortem, risk matrix, and the worked examples.
import type { Paper } from '../voting.ts'
import { middleOf, placesOf, type AxesBallot, type Placed } from './axes.ts'
import { compare, multiply, toNumber, type Fraction } from './fraction.ts'

/** Both scales run from 1 to 5. */
export interface RiskPaper extends Paper {
  min: number
  max: number
  midpoint: number
}

/** Causes that a room weighs in one go. */
export const MOST_RISKS = 20

/** Causes as they are put to the vote: of too many, the first ones. */
export function riskPaper(options: RiskPaper['options']): RiskPaper {
  // Of too many the desk learns how many there are.
  const all = options.length > MOST_RISKS ? { subjects: options } : {}
  return { options: options.slice(0, MOST_RISKS), rev: 1, min: 1, max: 5, midpoint: 3, ...all }
}

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

/** The same from ballots. */
export function countRisks({ options }: Paper, ballots: readonly AxesBallot[]): CausesResult {
  return countCauses(options.map(({ id }) => ({ option: id, places: placesOf(id, ballots) })))
}
