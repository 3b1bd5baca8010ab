// From answers on pairs to what can be combined. Pure; the order of ballots never matters. Called by activity.ts.
import { combine, type MorphologyResult, type Parameter, type Place } from './count.ts'

/** 1 they can exist together, -1 they cannot, 0 no opinion; by pair. */
export type PairBallot = Record<string, number>

export interface Pair {
  id: string
  places: readonly [Place, Place]
}

export interface PairCount extends MorphologyResult {
  /** Ids of the pairs that the room excludes: half of at least three answers or more say no. */
  excluded: string[]
  /** Ids of the pairs that a fifth or more exclude, but fewer than half: the room has to talk. */
  doubtful: string[]
}

/** Answers that exclude a pair, at least. */
const ENOUGH = 3
/** Combinations that a result spells out; of the others it says how many there are. */
const SHOWN = 60

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

/** What the room excludes, what it doubts, and the combinations that are left. */
export function countPairs(parameters: readonly Parameter[], ballots: readonly PairBallot[]): PairCount {
  const shares = pairsOf(parameters).map((pair) => {
    const answers = ballots.map((ballot) => (Object.hasOwn(ballot, pair.id) ? ballot[pair.id] : 0))
    const [no, all] = [answers.filter((it) => it === -1).length, answers.filter((it) => it !== 0).length]
    const excluded = all >= ENOUGH && 2 * no >= all
    return { pair, excluded, doubtful: !excluded && no > 0 && 5 * no >= all }
  })
  const excluded = shares.filter((share) => share.excluded).map(({ pair }) => pair)
  const result = combine(
    parameters.map(({ values }) => values.length),
    excluded.map(({ places }) => places),
  )
  return {
    ...result,
    consistent: result.consistent.slice(0, SHOWN),
    excluded: excluded.map(({ id }) => id),
    doubtful: shares.filter((share) => share.doubtful).map(({ pair }) => pair.id),
  }
}
