// Method of a vector -> our function for it, and back to the shape of its expectation.
// Called by the vector runner; a method without a line here has no code.
import { createHash } from 'node:crypto'
import { countDots, defaultDots, type DotBallot } from '../../shared/activities/dot-vote/count.ts'
import {
  compare,
  parseFraction,
  showFraction,
  toNumber,
  type Fraction,
} from '../../shared/counting/fraction.ts'
import { participation, standingBallots, type Attendance } from '../../shared/counting/participation.ts'
import { quartiles } from '../../shared/counting/quantiles.ts'
import { fillingPercents } from '../../shared/counting/shares.ts'
import { competitionRanks, drawLots } from '../../shared/voting.ts'
import { ASSEMBLIES } from './assemblies.ts'
import { FORESIGHT } from './foresight.ts'
import { RANKINGS } from './rankings.ts'
import { STRUCTURES } from './structures.ts'
import { VOTES } from './votes.ts'

/** `asked`: the members of the expectation, for methods whose examples show only a part of the result. */
type Method = (input: never, asked: readonly string[]) => unknown

interface DotInput {
  options: string[]
  dotsPerPerson: number
  maxPerItem: number
  useAll?: boolean
  ballots: DotBallot[]
  removedOption?: string
}

const shown = (value: Fraction | null) => value && showFraction(value)
const drawn = (value: Fraction | null) => value && toNumber(value)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export const METHODS: Record<string, Method> = {
  ...ASSEMBLIES,
  ...FORESIGHT,
  ...RANKINGS,
  ...STRUCTURES,
  ...VOTES,
  ballot_revision: ({
    events,
    closeSeq,
  }: {
    events: [string, number, string | null][]
    closeSeq: number
  }) => {
    const cast = events.map(([voter, seq, choice]) => ({ voter, seq, choice }))
    const { final, refusedSeq, revisions } = standingBallots(cast, closeSeq)
    return { final: Object.fromEntries(final), refusedSeq, revisions }
  },
  dot_default: ({ options }: { options: number[] }) => ({ dots: options.map(defaultDots) }),
  dot_voting: ({ ballots, removedOption, ...rule }: DotInput) =>
    countDots(rule, ballots, removedOption === undefined ? [] : [removedOption]),
  drawing_lots: ({ seed, ids }: { seed: string; ids: string[] }) => ({ order: drawLots(seed, ids, sha256) }),
  participation: (room: Attendance) => {
    const figures = participation(room)
    const { turnoutOfRegistered, turnoutOfVoices } = figures
    return {
      ...figures,
      turnoutOfRegistered: shown(turnoutOfRegistered),
      turnoutOfVoices: shown(turnoutOfVoices),
    }
  },
  percent_display: ({ counts, decimals }: { counts: number[]; decimals: number }) => ({
    percent: fillingPercents(counts, decimals),
  }),
  quantiles_r7: ({ values }: { values: (number | string)[] }) => {
    const { q1, median, q3 } = quartiles(values.map(parseFraction))
    return { q1: drawn(q1), median: drawn(median), q3: drawn(q3) }
  },
  ranking_1224: ({ keys }: { keys: (number | string)[] }) => ({
    ranks: competitionRanks(keys.map(parseFraction), (a, b) => compare(b, a)),
  }),
}
