// A ranking in the making: tiers of options, the best first; options of one tier are equal. Pure.
// Called by RankList.svelte. Options that are in no tier are left unranked.

export type Tiers = readonly (readonly string[])[]

/** The place of an option, or -1 where it is not ranked. */
export function tierOf(tiers: Tiers, option: string): number {
  return tiers.findIndex((tier) => tier.includes(option))
}

/** Ranks "1224": 1 + how many are before. */
export function rankOf(tiers: Tiers, option: string): number {
  return 1 + tiers.slice(0, tierOf(tiers, option)).flat().length
}

/** Adds an option after all others, or takes it out. */
export function append(tiers: Tiers, option: string): Tiers {
  return [...tiers, [option]]
}

export function takeOut(tiers: Tiers, option: string): Tiers {
  return tiers.map((tier) => tier.filter((other) => other !== option)).filter((tier) => tier.length > 0)
}

/** One up (-1) or down (+1): out of its tie first, else past its neighbour. At the end nothing changes. */
export function move(tiers: Tiers, option: string, by: -1 | 1): Tiers {
  const at = tierOf(tiers, option)
  const tied = tiers[at]!.length > 1
  const rest = takeOut(tiers, option)
  const to = tied ? (by < 0 ? at : at + 1) : at + by
  return to < 0 || to > rest.length ? tiers : insert(rest, to, [option])
}

/** To this place among all ranked options, from 0, in a tier of its own; never into the midst of equal ones, but after them. */
export function place(tiers: Tiers, option: string, to: number): Tiers {
  const rest = takeOut(tiers, option)
  let before = 0
  const at = rest.findIndex((tier) => {
    const here = before >= to
    before += tier.length
    return here
  })
  return insert(rest, at === -1 ? rest.length : at, [option])
}

/** Equal to the one above; an option that is in a tie leaves it and comes just after. */
export function tie(tiers: Tiers, option: string): Tiers {
  const at = tierOf(tiers, option)
  if (tiers[at]!.length > 1) return move(tiers, option, 1)
  if (at === 0) return tiers
  return takeOut(tiers, option).map((tier, i) => (i === at - 1 ? [...tier, option] : tier))
}

function insert(tiers: Tiers, at: number, tier: readonly string[]): Tiers {
  return [...tiers.slice(0, at), tier, ...tiers.slice(at)]
}
