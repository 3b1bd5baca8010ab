// Consent, assemblies and merged rooms: method of a vector -> our function for it, in the shape of its expectation. Part of methods.ts.
import { electionOutcome } from '../../shared/activities/election-without-candidate/count.ts'
import { judge } from '../../shared/activities/majority-judgment/count.ts'
import { duelMatrix, named, sumMatrices } from '../../shared/activities/ranking/duels.ts'
import { schulzeTiers, strongestPaths } from '../../shared/activities/ranking/schulze.ts'
import { countColleges, countHeads, type College } from '../../shared/activities/resolution/colleges.ts'
import { majorityOf, type MajorityRule } from '../../shared/activities/resolution/majority.ts'
import { readMandates, type Mandate } from '../../shared/activities/resolution/mandates.ts'
import { quorumOf, type Attendance, type Quorum } from '../../shared/activities/resolution/quorum.ts'
import { consentOutcome } from '../../shared/counting/consent.ts'
import { parseFraction, showFraction, type Fraction } from '../../shared/counting/fraction.ts'
import { rankingBallots, type WeightedRanking } from './rankings.ts'

type Texts = Record<string, string>

interface CollegeInput {
  colleges: Record<string, { weight: number | string; for_: number; against: number }>
  mode: 'proportional' | 'majority' | 'one-member-one-vote'
  empty?: 'renormalise' | 'lost'
}

interface ElectionInput {
  nominations: Texts
  changes: Texts
  proposed: string
  responses: Texts
}

interface MajorityInput {
  rule: MajorityRule
  for_: number
  against: number
  blank: number
  abstain: number
}

interface MandateInput {
  members: string[]
  present: string[]
  mandates: Mandate[]
  maxMandates: number
}

interface MergeInput {
  options?: string[]
  candidates?: string[]
  sessions: Record<string, number[][] | WeightedRanking[]>
}

const toMap = (texts: Texts) => new Map(Object.entries(texts))
const shown = (value: Fraction | null) => value && showFraction(value)

function colleges({ colleges: input, mode, empty = 'renormalise' }: CollegeInput) {
  const read = ([name, { weight, for_, against }]: [string, CollegeInput['colleges'][string]]) =>
    [name, { weight: parseFraction(weight), for: for_, against }] satisfies [string, College]
  const all = Object.fromEntries(Object.entries(input).map(read))
  if (mode === 'one-member-one-vote') {
    const { for: for_, against, adopted } = countHeads(all)
    return { for_, against, adopted }
  }
  const { weightFor, weightTotal, shareFor, adopted, perCollege } = countColleges(all, mode, empty)
  return {
    weightFor: shown(weightFor),
    weightTotal: shown(weightTotal),
    shareFor: shown(shareFor),
    adopted,
    perCollege: Object.fromEntries(Object.entries(perCollege).map(([name, value]) => [name, shown(value)])),
  }
}

/** Tallies of grades, or rankings: what each room keeps is enough to count all of them together. */
function mergeSessions({ candidates, sessions }: MergeInput) {
  return candidates
    ? mergeDuels(candidates, sessions as Record<string, WeightedRanking[]>)
    : mergeTallies(sessions)
}

function mergeDuels(options: string[], sessions: Record<string, WeightedRanking[]>) {
  const rooms = Object.values(sessions).map((ballots) => duelMatrix(options, rankingBallots(ballots)))
  const duels = sumMatrices(rooms)
  const tiers = schulzeTiers(strongestPaths(duels))
  return {
    pairwise: named(options, duels, true),
    ranking: tiers.map((tier) => tier.map((place) => options[place])),
  }
}

function mergeTallies(sessions: MergeInput['sessions']) {
  const rooms = Object.entries(sessions as Record<string, number[][]>)
  const ranks = (tallies: number[][]) => judge(tallies, { missing: 'none' }).ranks
  const merged = sumMatrices(rooms.map(([, tallies]) => tallies))
  return {
    ranksPerSession: Object.fromEntries(rooms.map(([name, tallies]) => [name, ranks(tallies)])),
    mergedTallies: merged,
    mergedRanks: ranks(merged),
  }
}

export const ASSEMBLIES = {
  colleges,
  consent: ({ members, responses }: { members: string[]; responses: Texts }) =>
    consentOutcome(members, toMap(responses)),
  election_without_candidate: ({ nominations, changes, proposed, responses }: ElectionInput) =>
    electionOutcome({
      nominations: toMap(nominations),
      changes: toMap(changes),
      proposed,
      responses: toMap(responses),
    }),
  majority_rule: ({ rule, for_, ...others }: MajorityInput) => majorityOf(rule, { for: for_, ...others }),
  mandates: ({ members, present, mandates, maxMandates }: MandateInput) =>
    readMandates(members, present, mandates, maxMandates),
  merge_sessions: mergeSessions,
  quorum: ({ num, den, minAbsolute, ...room }: Attendance & Quorum) =>
    quorumOf(room, { num, den, minAbsolute }),
}
