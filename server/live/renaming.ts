// Another name for a person: on their seat, and on their notes where an exercise shows names. Called by effects.ts.
import * as Y from 'yjs'
import { noteMap } from '../../shared/board/note.ts'
import { boardName } from '../../shared/ids.ts'
import { standsFor } from '../../shared/session/merging.ts'
import type { Session } from '../../shared/session/state.ts'
import type { Seats } from '../seats.ts'
import type { Place } from './place.ts'
import type { DocsPort, ProjectionPort } from './ports.ts'

interface RenamingDeps {
  seats: Seats
  place: Place
  docs: DocsPort
  projection: ProjectionPort
}

/** An empty name takes it away. */
export async function renameSeat(
  seat: string,
  name: string,
  session: Session,
  { seats, place, docs, projection }: RenamingDeps,
): Promise<void> {
  await seats.rename(place.id, seat, name || null)
  place.renamed(seat, name || null)
  for (const activity of Object.keys(session.played)) {
    const settings = place.running(activity)?.settings as { authors?: string } | undefined
    if (settings?.authors !== 'named') continue
    const authors = await projection.authors(place.id, activity)
    const own = Object.keys(authors).filter((note) => standsFor(session, authors[note]!) === seat)
    if (own.length > 0) await docs.edit(place.id, boardName(activity), (board) => sign(board, own, name))
  }
}

function sign(board: Y.Doc, notes: readonly string[], name: string): void {
  for (const id of notes) {
    const note = noteMap(board, id)
    const fields = note?.get('fields')
    if (fields instanceof Y.Map && name) fields.set('by', name)
    else if (fields instanceof Y.Map) fields.delete('by')
    else if (name) note?.set('fields', new Y.Map([['by', name]]))
  }
}
