// Which options of a dealt paper each seat is asked for, and how many have answers enough (S42).
// Called by ballots.ts; lives in memory: after a restart a seat keeps what it has answered and is dealt the rest anew.
import { dealNext } from '../../shared/counting/deal.ts'
import { placeOf } from '../../shared/counting/grid.ts'
import type { Paper } from '../../shared/voting.ts'

export interface Dealing {
  /** What a seat is asked for: its share, which grows by a little once all of it has its answer in `own`. */
  share(paper: Paper, seat: string, own: unknown, ballots: Iterable<unknown>): string[]
  filled(paper: Paper, ballots: Iterable<unknown>): { enough: number; of: number }
  clear(): void
}

/** Cells that a person who is through may take on, at a time. */
const MORE = 6

export function createDealing(): Dealing {
  const hands = new Map<string, string[]>()

  function dealt(): Map<string, number> {
    return tally([...hands.values()].flat())
  }

  /** The whole row that this seat plays: the one it has begun, else the one that the fewest play. */
  function rowOf(ids: string[], seat: string, own: unknown): string[] {
    const inRow = (row: number) => ids.filter((id) => placeOf(id).row === row)
    const begun = hands.get(seat) ?? answered(own)
    const rows = [...new Set(ids.map((id) => placeOf(id).row))]
    const parts = [...hands.values()].flatMap(([first]) => (first === undefined ? [] : placeOf(first).row))
    const played = (row: number) => parts.filter((part) => part === row).length
    const fewest = [...rows].sort((a, b) => played(a) - played(b))[0]
    const row = begun[0] === undefined ? fewest : placeOf(begun[0]).row
    const hand = row === undefined ? [] : inRow(row)
    hands.set(seat, hand)
    return hand
  }

  return {
    share({ options, deal }, seat, own, ballots) {
      if (!deal) return []
      const ids = options.map(({ id }) => id)
      const given = new Set(answered(own))
      if (deal.rows) return rowOf(ids, seat, own)
      const held = (hands.get(seat) ?? ids.filter((id) => given.has(id))).filter((id) => ids.includes(id))
      const first = deal.each - held.length
      const through = first <= 0 && held.every((id) => given.has(id))
      const times = through ? tally([...ballots].flatMap(answered)) : dealt()
      const lacking = ids.filter((id) => (times.get(id) ?? 0) < deal.ratings)
      const from = through ? lacking : ids
      const size = through ? MORE : Math.max(0, first)
      const hand = [
        ...held,
        ...dealNext(from, (id) => times.get(id) ?? 0, new Set([...held, ...given]), size),
      ]
      hands.set(seat, hand)
      return hand
    },
    filled({ options, deal }, ballots) {
      const times = tally([...ballots].flatMap(answered))
      const enough = options.filter(({ id }) => (times.get(id) ?? 0) >= (deal?.ratings ?? 1)).length
      return { enough, of: options.length }
    },
    clear: () => hands.clear(),
  }
}

/** Options of which a ballot says something. */
function answered(ballot: unknown): string[] {
  return typeof ballot === 'object' && ballot !== null ? Object.keys(ballot) : []
}

function tally(ids: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1)
  return times
}
