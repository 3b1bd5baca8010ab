// Which options of a result are tied where it matters: for the lot and for a further round. Pure. Called by LotDialog and Rounds.
import type { OptionEntry } from '../../../shared/voting.ts'

interface Tied {
  tied?: unknown
  runoff?: unknown
  outcome?: unknown
  winners?: unknown
  ranks?: unknown
}

/** Those that a last seat cuts, those in front together, or the first place that several share; none without a tie. */
export function tiedOptions(options: readonly OptionEntry[], result: unknown): string[] {
  const { tied, outcome, winners, ranks } = (result ?? {}) as Tied
  if (isList(tied) && tied.length > 1) return tied
  if (outcome === 'tie' && isList(winners)) return winners
  const rankOf = ranksOf(options, ranks)
  const places = options.map(({ id }) => rankOf(id)).filter((rank) => rank !== undefined)
  const shared = [...places].sort((a, b) => a - b).find((rank, i, all) => all[i + 1] === rank)
  return shared === undefined ? [] : options.flatMap(({ id }) => (rankOf(id) === shared ? [id] : []))
}

/** Those that go on to a second round: named by the result, else the tied ones. */
export function goingOn(options: readonly OptionEntry[], result: unknown): string[] {
  const { runoff } = (result ?? {}) as Tied
  return isList(runoff) ? runoff : tiedOptions(options, result)
}

/** Ranks come by option, or in the order of the paper. */
function ranksOf(options: readonly OptionEntry[], ranks: unknown): (option: string) => number | undefined {
  if (typeof ranks !== 'object' || ranks === null) return () => undefined
  const places = new Map(
    Array.isArray(ranks) ? options.map(({ id }, i) => [id, ranks[i] as unknown]) : Object.entries(ranks),
  )
  return (option) => {
    const rank = places.get(option)
    return typeof rank === 'number' ? rank : undefined
  }
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
