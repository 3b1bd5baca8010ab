// What the people of a tour say of their time, over all its stops. Called by synthesis.ts.
import { averageOf, fraction, parseFraction, showFraction } from '../counting/fraction.ts'
import { meanOf, roundHalfUp, total, type ScalePaper } from '../counting/scale.ts'
import type { TourPlan } from './model.ts'

interface Answered {
  kind: string
  towns: readonly { paper: unknown; result: unknown }[]
}

/** `best` is the best level of the scale, `n` the answers, `mean` exact as `a/b`. */
export interface TourRoti {
  mean: string
  best: number
  n: number
  towns: number
}

/** By person the mean of all answers, by town the mean of the towns' means; null where nobody was asked. Scales unlike the first stay out. */
export function rotiOf(exercises: readonly Answered[], weighting: TourPlan['weighting']): TourRoti | null {
  const asked = exercises.filter(({ kind }) => kind === 'roti').flatMap(({ towns }) => towns)
  const told = asked.map(({ paper, result }) => {
    const { min, max } = paper as ScalePaper
    return { min, max, counts: (result as { counts: number[] }).counts }
  })
  const heard = told.filter(({ counts }) => total(counts) > 0)
  const [first] = heard
  if (!first) return null
  const { min, max } = first
  const counts = heard.filter((one) => one.min === min && one.max === max).map((one) => one.counts)
  const everybody = counts[0]!.map((_, level) => counts.reduce((sum, one) => sum + one[level]!, 0))
  const means = counts.map((one) => meanOf(one, min) ?? fraction(0))
  const mean = weighting === 'town' ? averageOf(means)! : meanOf(everybody, min)!
  return { mean: showFraction(mean), best: max, n: total(everybody), towns: counts.length }
}

/** The mean as it is said, half up to the tenth. */
export function rotiShown({ mean }: TourRoti): number {
  return roundHalfUp(parseFraction(mean), 1)
}
