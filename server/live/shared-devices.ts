// People who share a device, and helpers who enter for others. Called by presence.ts.
import type { SeatRow } from '../store/store.ts'

/** True where somebody shares the device of somebody else. */
export function anyVia(rows: Iterable<SeatRow>): boolean {
  for (const { via } of rows) if (via !== undefined) return true
  return false
}

/** Who enters for others is their hand, and nobody more, unless there is a ballot of their own. */
export function withoutHelpers(here: Set<string>, seats: () => Iterable<SeatRow>): Set<string> {
  if (!anyVia(seats())) return here
  const served = new Set([...seats()].map(({ via }) => via))
  const helps = ({ id, role }: SeatRow) => role === 'scribe' && served.has(id)
  const helpers = new Set([...seats()].filter(helps).map(({ id }) => id))
  return new Set([...here].filter((seat) => !helpers.has(seat)))
}

/** The seat that a device belongs to. */
export const deviceOf = ({ id, via = id }: SeatRow): string => via
