// Through what a note or a ballot came in: one's own phone, a phone that a table shares, a helper who enters it, paper.
// Called when a poll is sealed, by what the desk is told of people, and by reports. Pure.
import type { Role } from '../wire.ts'

export const SOURCES = ['phone', 'table', 'scribe', 'paper'] as const
export type Source = (typeof SOURCES)[number]
export type SourceCounts = Partial<Record<Source, number>>

/** A seat as far as it tells its source: `via` is the seat whose device it shares. */
export interface Sourced {
  id: string
  role: Role
  via?: string
}

/** The source of each seat; a phone is a table's as soon as somebody shares it. */
export function sourcesOf(seats: Iterable<Sourced>): Map<string, Source> {
  const all = [...seats]
  const roles = new Map(all.map(({ id, role }) => [id, role]))
  const shared = new Set(all.flatMap(({ via }) => via ?? []))
  return new Map(
    all.map(({ id, role, via = id }) => {
      if (role === 'scribe' || roles.get(via) === 'scribe') return [id, 'scribe']
      return [id, shared.has(via) ? 'table' : 'phone']
    }),
  )
}

/** How many came from where; undefined where all of them came from people's own phones. */
export function countSources(sources: readonly Source[]): SourceCounts | undefined {
  if (sources.every((source) => source === 'phone')) return undefined
  const counts: SourceCounts = {}
  for (const source of SOURCES) {
    const many = sources.filter((one) => one === source).length
    if (many > 0) counts[source] = many
  }
  return counts
}
