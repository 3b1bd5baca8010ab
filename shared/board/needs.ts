// Which notes are needed for which: the links of a chain of milestones, read from the notes themselves.
// Called by backcasting, by the phone's picker and by the server, which lets no ring in.
import { byOrder, type Note } from './note.ts'

/** The label of a link from a milestone to what it is needed for. */
export const NEEDED = 'needed'

/** A milestone, and what is needed for it. */
export interface Need {
  note: Note
  needs: Need[]
}

/** Ids of what a note is needed for; hidden and missing notes included. */
export function neededFor({ links = {} }: Pick<Note, 'links'>): string[] {
  return Object.entries(links).flatMap(([to, label]) => (label === NEEDED ? [to] : []))
}

/** Links between notes that can be seen, in the order of the notes. */
export function needLinks(notes: readonly Note[]): { from: Note; to: Note }[] {
  const shown = new Map(notes.filter(({ hidden }) => !hidden).map((note) => [note.id, note]))
  return [...shown.values()].toSorted(byOrder).flatMap((from) =>
    neededFor(from)
      .flatMap((id) => (id === from.id ? [] : (shown.get(id) ?? [])))
      .toSorted(byOrder)
      .map((to) => ({ from, to })),
  )
}

/** True where "`from` is needed for `to`" would make a note needed for itself, near or far. */
export function closesRing(notes: readonly Pick<Note, 'id' | 'links'>[], from: string, to: string): boolean {
  const byId = new Map(notes.map((note) => [note.id, note]))
  const seen = new Set<string>()
  const open = [to]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === from) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...neededFor(byId.get(id) ?? {}))
  }
  return false
}

/** From what is needed for nothing further back to what comes first; a note needed for two things stands under both. */
export function chainOf(notes: readonly Note[]): Need[] {
  const links = needLinks(notes)
  const down = (note: Note, above: readonly string[]): Need => ({
    note,
    needs: links.flatMap(({ from, to }) =>
      to.id === note.id && !above.includes(from.id) ? [down(from, [...above, note.id])] : [],
    ),
  })
  const last = links.flatMap(({ to }) => (links.some(({ from }) => from.id === to.id) ? [] : [to]))
  return [...new Set(last)].toSorted(byOrder).map((note) => down(note, []))
}
