// The votes of a resolution by college, as the roll says who is in which. Called by count.ts.
// In a secret vote a college with fewer than five voters is not shown apart (methods, section A21).
import { parseFraction, showFraction } from '../../counting/fraction.ts'
import { sumAmounts } from '../../counting/amounts.ts'
import type { Amount, Voice } from '../../voting.ts'
import { countColleges, type College } from './colleges.ts'
import type { Choice } from './count.ts'
import type { MajorityRule } from './majority.ts'

export interface CollegeRule {
  colleges: { name: string; weight: string }[]
  mode: 'proportional' | 'majority'
  empty: 'renormalise' | 'lost'
  /** Nobody is to learn who voted what. */
  secret: boolean
}

export interface CollegeCount {
  weight: string
  voters: number
  /** Absent where the college is too small to be shown apart in a secret vote. */
  for?: Amount
  against?: Amount
  /** What it brings in favour, of its weight; null where nobody in it expressed a vote. */
  brought?: string | null
}

export interface CollegesCount {
  weightFor: string
  weightTotal: string
  /** Null where no college has expressed a vote. */
  shareFor: string | null
  adopted: boolean
  perCollege: Record<string, CollegeCount>
}

/** methods 0.6: a cell of fewer voters would tell who voted what. */
const FEW = 5

/** Every college with its votes, and what they decide by their weights; votes of members in no college have no weight here. */
export function collegesOf(
  { colleges, mode, empty, secret }: CollegeRule,
  rule: MajorityRule,
  ballots: readonly Choice[],
  voices: readonly Voice[],
): CollegesCount {
  const votes = colleges.map(({ name, weight }) => {
    const own = ballots.flatMap((choice, i) =>
      voices[i]?.college === name ? { choice, voice: voices[i] } : [],
    )
    const sum = (choice: Choice) =>
      sumAmounts(own.flatMap((vote) => (vote.choice === choice ? vote.voice.weight : [])))
    return { name, weight, voters: own.length, for: sum('for'), against: sum('against') }
  })
  const entries = votes.map(({ name, weight, ...cast }): [string, College] => [
    name,
    { weight: parseFraction(weight), for: cast.for, against: cast.against },
  ])
  const count = countColleges(Object.fromEntries(entries), mode, empty, rule)
  const hidden = secret ? hiddenAmong(votes) : new Set<string>()
  const shown = votes.map(({ name, weight, voters, ...cast }): [string, CollegeCount] => {
    const value = count.perCollege[name]
    if (hidden.has(name)) return [name, { weight, voters }]
    return [name, { weight, voters, ...cast, brought: value ? showFraction(value) : null }]
  })
  return {
    weightFor: showFraction(count.weightFor),
    weightTotal: showFraction(count.weightTotal),
    shareFor: count.shareFor && showFraction(count.shareFor),
    adopted: count.adopted,
    perCollege: Object.fromEntries(shown),
  }
}

/** Those with few voters; where it is one alone, the next smallest too: the total less the others would tell it. */
function hiddenAmong(votes: readonly { name: string; voters: number }[]): Set<string> {
  const voted = votes.filter(({ voters }) => voters > 0)
  const few = voted.filter(({ voters }) => voters < FEW)
  const others = voted.filter(({ voters }) => voters >= FEW).sort((a, b) => a.voters - b.voters)
  const beside = few.length === 1 && few[0]!.voters > 0 ? others.slice(0, 1) : []
  return new Set([...few, ...beside].map(({ name }) => name))
}
