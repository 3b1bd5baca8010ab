// Ballots follow their paper when the desk takes an option off it, or makes two into one, during the vote.
// Source: methods, section 0.2. Called by the activities; undefined sends a ballot back to be done again, it is not blank.

/** What was said about the option goes; the rest stays as it was. */
export function dropKey<V>(ballot: Readonly<Record<string, V>>, option: string): Record<string, V> {
  return Object.fromEntries(Object.entries(ballot).filter(([key]) => key !== option))
}

/** The choice of one option. */
export function dropChoice(ballot: string, option: string): string | undefined {
  return ballot === option ? undefined : ballot
}

export function mergeChoice(ballot: string, from: string, into: string): string {
  return ballot === from ? into : ballot
}

/** The choice of several. */
export function dropPick(ballot: readonly string[], option: string): string[] | undefined {
  return unlessEmptied(
    ballot,
    ballot.filter((one) => one !== option),
  )
}

export function mergePicks(ballot: readonly string[], from: string, into: string): string[] {
  return [...new Set(ballot.map((one) => mergeChoice(one, from, into)))]
}

/** Tiers of a ranking keep their order. */
export function dropRanked(ballot: readonly string[][], option: string): string[][] | undefined {
  const tiers = ballot.map((tier) => tier.filter((one) => one !== option))
  return unlessEmptied(
    ballot,
    tiers.filter((tier) => tier.length > 0),
  )
}

/** The one that stays has the better of both places. */
export function mergeRanked(ballot: readonly string[][], from: string, into: string): string[][] {
  const seen = new Set<string>()
  const tiers = ballot.map((tier) =>
    tier.map((one) => mergeChoice(one, from, into)).filter((one) => !seen.has(one) && seen.add(one)),
  )
  return tiers.filter((tier) => tier.length > 0)
}

function unlessEmptied<B extends readonly unknown[]>(before: readonly unknown[], after: B): B | undefined {
  return before.length > 0 && after.length === 0 ? undefined : after
}
