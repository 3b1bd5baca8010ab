// From marks on cells to actions compared under policies. Pure and exact; the order of ballots never matters. Called by activity.ts.
import { compare, parseFraction, showFraction, toNumber, type Fraction } from '../../counting/fraction.ts'
import { answersOf, countGrid, type CellBallot, type GridCount } from '../../counting/grid.ts'
import { comparePolicies } from '../../counting/multipol.ts'
import { quartiles } from '../../counting/quantiles.ts'
import type { ActionsPaper } from './activity.ts'

/** Fractions are written as '121/9'. */
export interface ActionFigures {
  /** Weighted mean under each policy that weighs something, in their order. */
  perPolicy: string[]
  mean: string
  variance: string
  /** For drawing. */
  sd: number
}

export interface ActionsCount extends Omit<GridCount, 'values'> {
  n: number
  /** Median mark of each action by criterion; null without answers. */
  marks: (string | null)[][]
  /** Weights of each policy by criterion. */
  weights: string[][]
  /** Places of the policies that weigh something. */
  weighing: number[]
  /** By action; null where a criterion has no mark, or nothing weighs. */
  actions: (ActionFigures | null)[]
  /** Places of the actions, the best mean first, then the steadier, then as they were. */
  order: number[]
}

/** Marks so far apart, out of 20, are worth a talk. */
const FAR = 8

/** Medians of the marks, weights of the policies, and the actions compared; without a policy that weighs, none is. */
export function countActions(
  { grids: [marked, weighed], policies, ratings }: ActionsPaper,
  ballots: readonly CellBallot[],
): ActionsCount {
  const answers = answersOf(marked, ballots)
  const judged = answersOf(weighed, ballots)
  const { values: _, ...counted } = countGrid(marked, answers, ratings)
  const middles = answers.map((row) => row.map(middle))
  const zero = parseFraction(0)
  let next = 0
  const weights = policies.map((policy) => {
    if (policy.weights) return policy.weights.map((weight) => parseFraction(weight))
    const own = judged[next++] ?? []
    return marked.columns.map((_, k) => middle(own[k] ?? []) ?? zero)
  })
  const weighing = weights.flatMap((row, p) => (row.some((weight) => compare(weight, zero) > 0) ? [p] : []))
  const actions = figuresOf(
    middles,
    weighing.map((p) => weights[p]!),
  )
  return {
    ...counted,
    discuss: counted.discuss.filter(([a, k]) => spreadOf(answers[a]![k]!) >= FAR),
    n: ballots.length,
    marks: middles.map((row) => row.map((mark) => mark && showFraction(mark))),
    weights: weights.map((row) => row.map(showFraction)),
    weighing,
    actions,
    order: orderOf(actions),
  }
}

/** Actions with a mark for every criterion, under policies that weigh something. */
function figuresOf(middles: (Fraction | null)[][], weights: Fraction[][]): (ActionFigures | null)[] {
  const named = (row: readonly Fraction[]) => Object.fromEntries(row.map((value, k) => [String(k), value]))
  const whole = middles.map((row) => row.filter((mark) => mark !== null))
  const judged = whole.flatMap((row, a) => (row.length > 0 && row.length === middles[a]!.length ? [a] : []))
  if (judged.length === 0 || weights.length === 0) return middles.map(() => null)
  const scores = Object.fromEntries(judged.map((a) => [String(a), named(whole[a]!)]))
  const policies = Object.fromEntries(weights.map((row, p) => [String(p), named(row)]))
  const { perPolicy, summary } = comparePolicies(scores, policies)
  return middles.map((_, a) => {
    const found = summary[String(a)]
    if (!found) return null
    const means = weights.map((_, p) => showFraction(perPolicy[String(a)]![String(p)]!))
    return {
      perPolicy: means,
      mean: showFraction(found.mean),
      variance: showFraction(found.variance),
      sd: found.sd,
    }
  })
}

function orderOf(actions: readonly (ActionFigures | null)[]): number[] {
  const exact = actions.map(
    (figures) => figures && { mean: parseFraction(figures.mean), variance: parseFraction(figures.variance) },
  )
  return actions
    .flatMap((figures, a) => (figures ? [a] : []))
    .sort(
      (a, b) =>
        compare(exact[b]!.mean, exact[a]!.mean) || compare(exact[a]!.variance, exact[b]!.variance) || a - b,
    )
}

function spreadOf(marks: readonly number[]): number {
  return Math.max(...marks) - Math.min(...marks)
}

function middle(answers: readonly number[]): Fraction | null {
  return quartiles(answers.map((answer) => parseFraction(answer))).median
}

/** A figure of a result as a number for drawing. */
export function drawn(figure: string): number {
  return toNumber(parseFraction(figure))
}
