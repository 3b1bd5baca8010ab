// From answers on pairs to what can be combined. Pure; the order of ballots never matters. Called by activity.ts and the faces.
import { combine, type MorphologyResult, type Parameter, type Place } from './count.ts'

/** Why two hypotheses cannot exist together (Ritchey's three sorts of constraint). */
export const REASONS = ['logic', 'empirical', 'normative'] as const
export type Reason = (typeof REASONS)[number]

/** What one person says of a pair; with `no` may come a reason. */
export const JUDGMENTS = ['yes', 'doubt', 'no', 'no:logic', 'no:empirical', 'no:normative'] as const
export type Judgment = (typeof JUDGMENTS)[number]
export type PairBallot = Record<string, Judgment>

export interface Pair {
  id: string
  places: readonly [Place, Place]
}

/** Answers to one pair. */
export interface PairTally {
  yes: number
  doubt: number
  no: number
  reasons: Record<Reason, number>
}

export interface PairCount extends MorphologyResult {
  n: number
  tallies: Record<string, PairTally>
  /** Ids of the pairs that the room excludes: half of at least three answers or more say impossible. */
  excluded: string[]
  /** Ids of the pairs that a fifth or more call impossible, but fewer than half: the desk decides. */
  doubtful: string[]
  /** Pairs with fewer answers than exclude one. */
  few: number
  /** Where nothing holds: exclusions that alone, taken back, open the most, with how many combinations. */
  openers: { id: string; opens: number }[]
}

/** Answers that exclude a pair, at least. */
export const ENOUGH = 3
/** Combinations that a result spells out; of the others it says how many there are. */
const SHOWN = 60
const OPENERS = 3

/** Every two states of different components, in the order of the components. */
export function pairsOf(parameters: readonly Parameter[]): Pair[] {
  const places = parameters.flatMap(({ values }, p) => values.map((_, v): Place => [p, v]))
  return places.flatMap((one, i) =>
    places
      .slice(i + 1)
      .filter((other) => other[0] !== one[0])
      .map((other) => ({ id: `pair-${one.join('-')}-${other.join('-')}`, places: [one, other] as const })),
  )
}

export function placesOf(id: string): readonly [Place, Place] {
  const [p = 0, v = 0, q = 0, w = 0] = id.split('-').slice(1).map(Number)
  return [
    [p, v],
    [q, w],
  ]
}

/** What the room excludes, what it doubts, and the combinations that are left. */
export function countPairs(parameters: readonly Parameter[], ballots: readonly PairBallot[]): PairCount {
  const pairs = pairsOf(parameters).map(({ id }) => ({ id, tally: tallyOf(id, ballots) }))
  const shares = pairs.map(({ id, tally }) => {
    const all = tally.yes + tally.doubt + tally.no
    const excluded = all >= ENOUGH && 2 * tally.no >= all
    return { id, all, excluded, doubtful: !excluded && tally.no > 0 && 5 * tally.no >= all }
  })
  const excluded = shares.filter((share) => share.excluded).map(({ id }) => id)
  const result = holding(parameters, excluded)
  return {
    ...result,
    n: ballots.length,
    consistent: result.consistent.slice(0, SHOWN),
    tallies: Object.fromEntries(pairs.map(({ id, tally }) => [id, tally])),
    excluded,
    doubtful: shares.filter((share) => share.doubtful).map(({ id }) => id),
    few: shares.filter(({ all }) => all < ENOUGH).length,
    openers: result.total > 0 && result.count === 0 ? openersOf(parameters, excluded) : [],
  }
}

/** The combinations that hold no excluded pair. */
export function holding(parameters: readonly Parameter[], excluded: readonly string[]): MorphologyResult {
  return combine(
    parameters.map(({ values }) => values.length),
    excluded.map(placesOf),
  )
}

function openersOf(
  parameters: readonly Parameter[],
  excluded: readonly string[],
): { id: string; opens: number }[] {
  return excluded
    .map((id) => ({
      id,
      opens: holding(
        parameters,
        excluded.filter((other) => other !== id),
      ).count,
    }))
    .filter(({ opens }) => opens > 0)
    .sort((a, b) => b.opens - a.opens)
    .slice(0, OPENERS)
}

function tallyOf(id: string, ballots: readonly PairBallot[]): PairTally {
  const answers = ballots.flatMap((ballot) => (Object.hasOwn(ballot, id) ? [ballot[id]!] : []))
  const many = (wanted: Judgment) => answers.filter((answer) => answer === wanted).length
  const reasons = {
    logic: many('no:logic'),
    empirical: many('no:empirical'),
    normative: many('no:normative'),
  }
  const no = many('no') + reasons.logic + reasons.empirical + reasons.normative
  return { yes: many('yes'), doubt: many('doubt'), no, reasons }
}
