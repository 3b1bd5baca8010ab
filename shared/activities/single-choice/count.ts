// Single choice: one option for each person, by plurality or by absolute majority of the votes expressed.
// Pure; the order of ballots never matters. Called by the activity and by the worked examples.
import { forEachOption } from '../../counting/choices.ts'
import { percent, type OptionEntry } from '../../voting.ts'

/** What a ballot says when it names nobody on purpose. Never the id of an option: see `withoutBlank`. */
export const BLANK = 'blank'

export type Rule = 'plurality' | 'absolute'

export interface SingleResult {
  counts: Record<string, number>
  blank: number
  /** Ballots cast, blank ones included. */
  voters: number
  expressed: number
  /** Of the votes expressed, one decimal; null where there are none. */
  percent: Record<string, number | null>
  outcome: 'elected' | 'tie' | 'runoff' | 'no-result'
  /** The elected option, or all that are tied in front; empty where a second round is needed. */
  winners: string[]
  /** Those that go on to the second round, where there is one to be held. */
  runoff?: string[]
}

/**
 * Counts, shares of the votes expressed and the outcome (two rounds as in article 7 of the French constitution).
 * An absolute majority is more than half: 2 x votes > expressed. Without one the two best go on, with all that are tied
 * for second. A null ballot is blank; a ballot for an option that the paper has lost is no ballot any more.
 */
export function countSingle(
  options: readonly string[],
  rule: Rule,
  ballots: readonly (string | null)[],
): SingleResult {
  const tally = new Map(options.map((option) => [option, 0]))
  let blank = 0
  for (const ballot of ballots) {
    if (ballot === null) blank++
    else if (tally.has(ballot)) tally.set(ballot, tally.get(ballot)! + 1)
  }
  const counts = Object.fromEntries(tally)
  const expressed = options.reduce((sum, option) => sum + counts[option]!, 0)
  return {
    counts,
    blank,
    voters: expressed + blank,
    expressed,
    percent: forEachOption(options, (option) => percent(counts[option]!, expressed)),
    ...outcomeOf(options, counts, expressed, rule),
  }
}

function outcomeOf(
  options: readonly string[],
  counts: Record<string, number>,
  expressed: number,
  rule: Rule,
): Pick<SingleResult, 'outcome' | 'winners' | 'runoff'> {
  if (expressed === 0) return { outcome: 'no-result', winners: [] }
  const sorted = options.map((option) => counts[option]!).sort((a, b) => b - a)
  const [best, second = 0] = [sorted[0]!, sorted[1]]
  const leaders = options.filter((option) => counts[option] === best)
  if (rule === 'absolute' && 2 * best <= expressed)
    return { outcome: 'runoff', runoff: options.filter((option) => counts[option]! >= second), winners: [] }
  return { outcome: leaders.length === 1 ? 'elected' : 'tie', winners: leaders }
}

/** The options with none of them named like the blank ballot. */
export function withoutBlank(options: readonly OptionEntry[]): OptionEntry[] {
  const taken = new Set(options.map((option) => option.id))
  let other = `_${BLANK}`
  while (taken.has(other)) other = `_${other}`
  return options.map((option) => (option.id === BLANK ? { ...option, id: other } : option))
}
