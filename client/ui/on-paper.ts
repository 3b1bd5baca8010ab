// What of a ballot is still on the paper: the desk may take an option off it during the vote. Pure.
// Called by the ballots, so that a draft from before can still be sent.
import type { OptionEntry } from '../../shared/voting.ts'

/** True for the ids of these options. */
export function onPaper(options: readonly OptionEntry[]): (id: string) => boolean {
  const ids = new Set(options.map(({ id }) => id))
  return (id) => ids.has(id)
}

/** The values whose option is there; none for no ballot. */
export function valuesOnPaper<V>(
  values: Readonly<Record<string, V>> | null,
  options: readonly OptionEntry[],
): Record<string, V> {
  const there = onPaper(options)
  return Object.fromEntries(Object.entries(values ?? {}).filter(([id]) => there(id)))
}
