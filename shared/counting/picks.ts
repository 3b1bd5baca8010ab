// Ballots that name some of the options: multiple choice and approval (Brams & Fishburn 1978) count alike.
// Called by both activities; the order of ballots never matters.
import { competitionRanks } from '../voting.ts'
import { refuse, type Refusal, type RefusalCode } from '../wire.ts'
import { forEachOption } from './choices.ts'
import { fraction, showFraction } from './fraction.ts'

export interface PickRule {
  options: readonly string[]
  /** How many options a ballot names at least; an empty one is blank all the same. */
  min: number
  max: number
}

export interface PickResult {
  counts: Record<string, number>
  /** Ballots that name at least one option: the whole of which shares are taken. */
  ballotsCounted: number
  blank: number
  refused: number
  /** Exact, as '2/3'; null where no ballot counts. Shares add up to more than one. */
  shareOfVoters: Record<string, string | null>
  ranks: Record<string, number>
}

/** A choice from outside to its options in the order of the paper, or why not; an empty list is a blank ballot. */
export function checkPicks(rule: PickRule, choice: unknown): string[] | Refusal {
  if (!Array.isArray(choice)) return refuse('bad-request')
  const known = new Set(rule.options)
  if (!choice.every((pick) => known.has(pick))) return refuse('unknown-option')
  const fault = faultOf(rule, choice)
  return fault ? refuse(fault) : rule.options.filter((option) => choice.includes(option))
}

/** Why a list of picks cannot stand: too many, the same one twice, too few but some. */
function faultOf({ min, max }: PickRule, picks: readonly string[]): RefusalCode | null {
  if (new Set(picks).size !== picks.length) return 'bad-request'
  if (picks.length > max) return 'too-many'
  return picks.length > 0 && picks.length < min ? 'bad-request' : null
}

/**
 * Ballots for each option, their share of the ballots that name one, and ranks. A ballot over `max`, under `min` or
 * with a doubled pick is refused whole; picks of an option that the paper has lost count for nothing.
 */
export function countPicks(rule: PickRule, ballots: readonly (readonly string[])[]): PickResult {
  const { options } = rule
  const known = new Set(options)
  const valid = ballots.filter((picks) => faultOf(rule, picks) === null)
  const counted = valid
    .map((picks) => picks.filter((pick) => known.has(pick)))
    .filter((picks) => picks.length > 0)
  const counts = new Map(options.map((option) => [option, 0]))
  for (const pick of counted.flat()) counts.set(pick, counts.get(pick)! + 1)
  const share = (option: string) => showFraction(fraction(counts.get(option)!, counted.length))
  const ranks = competitionRanks([...options], (a, b) => counts.get(b)! - counts.get(a)!)
  return {
    counts: Object.fromEntries(counts),
    ballotsCounted: counted.length,
    blank: valid.length - counted.length,
    refused: ballots.length - valid.length,
    shareOfVoters: forEachOption(options, (option) => (counted.length === 0 ? null : share(option))),
    ranks: Object.fromEntries(options.map((option, i) => [option, ranks[i]!])),
  }
}
