// What each seat is asked next (S42): the pairs, or the options, that were dealt the least often in the whole room come first.
// Called by ballots.ts; lives in memory: after a restart a seat keeps what it has answered and is dealt the rest anew.
import type { Paper } from '../../shared/voting.ts'

export interface Portions {
  /** What this seat gets, in that order: options, or pairs of them as 'a b'; a few more than `own` has answered. */
  share(paper: Paper, seat: string, own: unknown, ballots: Iterable<unknown>): string[]
  clear(): void
}

/** What a seat has in hand: enough to go on while an answer is under way, few enough to stay balanced when somebody stops. */
const AHEAD = 5

interface Plan {
  rev: number
  items: string[]
  /** Place in `items`. */
  at: Map<string, number>
  /** How often each one was dealt or answered. */
  times: number[]
}

/** Every pair once, so that each option comes up in every round of it (the circle method of tournaments); 'a b' in the order of the paper. */
export function schedule(ids: readonly string[]): string[] {
  const circle: (number | null)[] = ids.map((_, place) => place)
  if (circle.length % 2 === 1) circle.push(null)
  const pairs: string[] = []
  for (let round = 1; round < circle.length; round++) {
    for (let i = 0; i < circle.length / 2; i++) {
      const [one, other] = [circle[i]!, circle[circle.length - 1 - i]!]
      if (one !== null && other !== null)
        pairs.push(`${ids[Math.min(one, other)]} ${ids[Math.max(one, other)]}`)
    }
    circle.splice(1, 0, circle.pop()!)
  }
  return pairs
}

export function createPortions(): Portions {
  const hands = new Map<string, string[]>()
  let plan: Plan | null = null

  /** Made again for another paper: what was dealt is remembered as far as it is still there. */
  function planFor({ options, rev, deal }: Paper, ballots: Iterable<unknown>): Plan {
    if (plan?.rev === rev) return plan
    const ids = options.map(({ id }) => id)
    const items = deal?.rarest === 'pairs' ? schedule(ids) : ids
    const made: Plan = {
      rev,
      items,
      at: new Map(items.map((item, i) => [item, i])),
      times: items.map(() => 0),
    }
    const dealt = hands.size > 0 ? [...hands.values()] : [...ballots].map(answered)
    for (const item of dealt.flat()) count(made, item)
    plan = made
    return made
  }

  return {
    share(paper, seat, own, ballots) {
      const it = planFor(paper, ballots)
      const given = answered(own)
      const hand = (hands.get(seat) ?? given).filter((item) => it.at.has(item))
      for (const item of given)
        if (!hand.includes(item)) {
          hand.push(item)
          count(it, item)
        }
      const each = paper.deal?.rarest === 'pairs' ? paper.deal.each : it.items.length
      const left = Math.min(AHEAD, each - given.length)
      const waiting = hand.filter((item) => !given.includes(item)).length
      for (let more = left - waiting; more > 0; more--) {
        const next = rarest(it, new Set(hand))
        if (next === undefined) break
        hand.push(next)
        count(it, next)
      }
      hands.set(seat, hand)
      return hand
    },
    clear() {
      hands.clear()
      plan = null
    },
  }
}

function count({ at, times }: Plan, item: string): void {
  const place = at.get(item)
  if (place !== undefined) times[place]!++
}

/** What was dealt the least often and is not in this hand. */
function rarest({ items, times }: Plan, held: ReadonlySet<string>): string | undefined {
  let best: number | undefined
  for (let i = 0; i < items.length; i++)
    if ((best === undefined || times[i]! < times[best]!) && !held.has(items[i]!)) best = i
  return best === undefined ? undefined : items[best]
}

/** Pairs or options that a ballot says something of. */
function answered(ballot: unknown): string[] {
  if (Array.isArray(ballot)) return (ballot as [string, string][]).map(([a, b]) => `${a} ${b}`)
  return typeof ballot === 'object' && ballot !== null ? Object.keys(ballot) : []
}
