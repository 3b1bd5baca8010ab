// The same vote held in several towns, counted as one. Called by synthesis.ts.
// Ballots are put together and counted again by the method itself, so that every method merges exactly (methods, 0.8).
import type { AnyActivity } from '../activities/activity.ts'
import type { OptionEntry, Paper } from '../voting.ts'
import { rebuiltBallots } from './rebuilt.ts'

/** One town's sealed vote. `ballots` is absent where only its figures are known. */
export interface Part {
  stop: string
  paper: Paper
  result: unknown
  voted: number
  ballots?: unknown[]
}

export interface Pooled {
  paper: Paper
  result: unknown
  /** Ballots counted. */
  voted: number
  /** Towns whose ballots are in the result. */
  stops: string[]
  /** Towns whose figures are known, whose ballots are not, and need to be: beside the result, not in it. */
  beside: string[]
  /** Options that only some towns were asked for: missing elsewhere, which is not zero, so they are told town by town. */
  elsewhere: OptionEntry[]
  /** Ballots that had no answer left on the options in common. */
  leftOut: number
}

/**
 * Counts all ballots on the options that every town had, by id. Null where fewer than two towns can be put together,
 * where they were asked nothing in common, or voted by other rules (more dots, another scale).
 */
export function pool(activity: AnyActivity, parts: readonly Part[]): Pooled | null {
  const { poll } = activity
  if (!poll) return null
  const whole = ({ paper, ballots }: Part) => ballots !== undefined && (poll.rooms?.bare?.(paper) ?? true)
  const counted = withRebuilt(activity, parts).filter(whole)
  const rules = counted.map(({ paper }) => rulesOf(paper, poll))
  if (counted.length < 2 || rules.some((one) => one !== rules[0])) return null
  const { common, elsewhere } = sharedOptions(counted)
  const asks = counted.some(({ paper }) => paper.options.length > 0)
  if (asks && common.length === 0) return null
  const paper = oneRoom(
    counted.map((part) => part.paper),
    common,
    poll,
  )
  const ballots = counted.flatMap((part) =>
    part.ballots!.map((ballot) => onCommon(ballot, part, common, poll)),
  )
  const kept = ballots.filter((ballot) => ballot !== undefined)
  return {
    paper,
    result: poll.count(paper, kept),
    voted: kept.length,
    stops: counted.map(({ stop }) => stop),
    beside: parts.filter(({ stop }) => !counted.some((one) => one.stop === stop)).map(({ stop }) => stop),
    elsewhere,
    leftOut: ballots.length - kept.length,
  }
}

/**
 * Towns of which only the figures are known join by ballots of the same figures. Not where towns had other options: which
 * of them one ballot named together, no figure tells.
 */
function withRebuilt(activity: AnyActivity, parts: readonly Part[]): readonly Part[] {
  if (parts.every(({ ballots }) => ballots) || sharedOptions(parts).elsewhere.length > 0) return parts
  return parts.map((part) => {
    if (part.ballots) return part
    const ballots = rebuiltBallots(activity, part.paper, part.result, part.voted)
    return ballots ? { ...part, ballots } : part
  })
}

type Poll = NonNullable<AnyActivity['poll']>

/** All of a paper but what is put to the vote, by what lots and in which room: the same words in every town that plays by the same rules. */
function rulesOf(paper: Paper, { rooms }: Poll): string {
  const apart = new Set(['options', 'rev', 'subjects', 'deal', 'seed', ...(rooms?.own ?? [])])
  return JSON.stringify(Object.entries(paper).filter(([key]) => !apart.has(key)))
}

/** The paper of one room with everybody in it. */
function oneRoom(papers: readonly Paper[], options: OptionEntry[], { rooms }: Poll): Paper {
  const own = new Set<string>(rooms?.own)
  const rules = Object.entries(papers[0]!).filter(([key]) => !own.has(key))
  return { ...(Object.fromEntries(rules) as unknown as Paper), ...rooms?.sum(papers), options }
}

function sharedOptions(parts: readonly Part[]): { common: OptionEntry[]; elsewhere: OptionEntry[] } {
  const all = new Map<string, OptionEntry>()
  for (const { paper } of parts)
    for (const option of paper.options) if (!all.has(option.id)) all.set(option.id, option)
  const everywhere = (id: string) =>
    parts.every(({ paper }) => paper.options.some((option) => option.id === id))
  const options = [...all.values()]
  return {
    common: options.filter(({ id }) => everywhere(id)),
    elsewhere: options.filter(({ id }) => !everywhere(id)),
  }
}

/** The ballot as if the other options had left its paper during the vote. */
function onCommon(ballot: unknown, { paper }: Part, common: OptionEntry[], poll: Poll): unknown {
  const gone = paper.options.filter(({ id }) => !common.some((option) => option.id === id))
  return gone.reduce<unknown>(
    (left, { id }) => (left === undefined ? undefined : poll.withoutOption?.(left, id)),
    ballot,
  )
}
