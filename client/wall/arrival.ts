// Which notes are new on the screen and how they come in: a crowd turns over left to right, single notes drop.
// Called by Board.svelte at each change; pure.

export interface Arrival {
  motion: 'turn' | 'drop'
  /** Milliseconds before it begins. */
  delay: number
}

/** More than this many at once is a reveal. */
const CROWD = 3
const STAGGER = 30
/** A turn lasts 420 ms: with this spread all is over within 600 ms (design, section 6). */
const SPREAD = 180

/** `ids` are those on the screen, left to right. Before the first look (`known` null) nothing is new. */
export function arrivals(known: ReadonlySet<string> | null, ids: readonly string[]): Map<string, Arrival> {
  const fresh = known ? ids.filter((id) => !known.has(id)) : []
  if (fresh.length <= CROWD) return new Map(fresh.map((id) => [id, { motion: 'drop', delay: 0 }]))
  const step = Math.min(STAGGER, SPREAD / (fresh.length - 1))
  return new Map(fresh.map((id, i) => [id, { motion: 'turn', delay: Math.round(i * step) }]))
}
