// Votes and scales: method of a vector -> our function for it, in the shape of its expectation. Part of methods.ts.
import { readGradients, type GradientRule } from '../../shared/activities/gradients/count.ts'
import { countFists } from '../../shared/activities/fist-to-five/count.ts'
import { judge, type JudgmentRule } from '../../shared/activities/majority-judgment/count.ts'
import { countCredits, type CreditBallot, type CreditRule } from '../../shared/activities/quadratic/count.ts'
import { countRoti } from '../../shared/activities/roti/count.ts'
import { countScores, type ScoreBallot, type ScoreRule } from '../../shared/activities/score/count.ts'
import { countSingle, type Rule } from '../../shared/activities/single-choice/count.ts'
import { countAxes } from '../../shared/activities/two-axis/count.ts'
import { parseFraction, showFraction } from '../../shared/counting/fraction.ts'
import { countPicks, type PickRule } from '../../shared/counting/picks.ts'
import { countWeighted } from '../../shared/counting/weighted.ts'

interface PickInput extends PickRule {
  ballots?: string[][]
  weightedBallots?: [number, string[]][]
}

/** What people say of an item: pairs of impact and effort. */
interface AxesInput {
  midpoint?: number
  cut?: 'midpoint' | 'group-median'
  ratings: Record<string, [number, number][]>
}

type Voted<R, B> = R & { ballots: B[] }

function picks({ ballots = [], weightedBallots = [], ...rule }: PickInput) {
  const repeated = weightedBallots.flatMap(([times, ballot]) => new Array<string[]>(times).fill(ballot))
  return countPicks(rule, [...ballots, ...repeated])
}

/** Its examples show the ranks alone, or some of the rest with them. */
function majorityJudgment(input: JudgmentRule & { tallies: number[][] }, asked: readonly string[]) {
  const result = judge(input.tallies, input)
  return Object.fromEntries(Object.entries(result).filter(([key]) => asked.includes(key)))
}

function impactEffort({ midpoint = 5, cut, ratings }: AxesInput) {
  const placed = Object.entries(ratings).map(([option, pairs]) => ({
    option,
    places: {
      x: pairs.map(([, effort]) => parseFraction(effort)),
      y: pairs.map(([impact]) => parseFraction(impact)),
    },
  }))
  return countAxes(placed, cut === 'group-median' ? cut : parseFraction(midpoint))
}

function weightedVote({ options, ballots }: { options: string[]; ballots: [number | string, string][] }) {
  const votes = ballots.map(([weight, option]) => ({ weight: parseFraction(weight), option }))
  const { totals, ranks } = countWeighted(options, votes)
  const shown = [...totals].map(([option, weight]) => [option, showFraction(weight)])
  return { totals: Object.fromEntries(shown), ranks: Object.fromEntries(ranks) }
}

export const VOTES = {
  approval: picks,
  fist_to_five: ({ values }: { values: number[] }) => countFists(values),
  gradients_of_agreement: ({ counts, ...rule }: GradientRule & { counts: number[] }) =>
    readGradients(rule, counts),
  impact_effort: impactEffort,
  majority_judgment: majorityJudgment,
  multiple_choice: picks,
  quadratic: ({ ballots, ...rule }: Voted<CreditRule, CreditBallot>) => countCredits(rule, ballots),
  roti: ({ values, ...scale }: { values: number[]; min: number; max: number }) => countRoti(scale, values),
  score: ({ ballots, ...rule }: Voted<ScoreRule, ScoreBallot>) => countScores(rule, ballots),
  single_choice: ({ options, rule, ballots }: Voted<{ options: string[]; rule: Rule }, string | null>) =>
    countSingle(options, rule, ballots),
  weighted_vote: weightedVote,
}
