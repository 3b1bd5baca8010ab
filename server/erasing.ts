// Letting go of one person's words, or of a workshop: out of memory, off the boards, off the disk. Called by the house.
import type * as Y from 'yjs'
import { notesOf } from '../shared/board/note.ts'
import { boardName, padName } from '../shared/ids.ts'
import { CLOSE } from '../shared/wire.ts'
import type { Docs, Projection } from './docs/ports.ts'
import type { Changes } from './changes.ts'
import type { Filming } from './filming.ts'
import { dropDrafts } from './live/drafts.ts'
import type { Sessions } from './live/sessions.ts'
import type { Seats } from './seats.ts'
import type { Store } from './store/store.ts'

export interface Parts {
  store: Store
  seats: Seats
  docs: Docs
  projection: Projection
  sessions: Sessions
  filming: Filming
  changes: Changes
}

/** What routes and the retention call to erase. */
export function erasing({ store, seats, docs, projection, sessions, filming, changes }: Parts) {
  return {
    /** Everything one person wrote in an activity that still leads back to them: off the board, then the pad itself. */
    async eraseWriter(workshop: string, activity: string, seat: string): Promise<void> {
      const own = await projection.traces(workshop, activity, seat)
      const remove = (doc: Y.Doc) => own.forEach((note) => notesOf(doc).delete(note))
      if (own.length > 0) {
        await docs.edit(workshop, boardName(activity), remove)
        // The rows that once brought those notes go too: what is left of the board is written anew.
        await store.docs.compact(workshop, boardName(activity), Number.MAX_SAFE_INTEGER)
        await filming.settled(workshop, activity)
        await store.workshops.forgetNotes(workshop, own)
      }
      await docs.erase(workshop, [padName(activity, seat)])
      for (const sheet of await docs.pads(workshop, activity))
        if ((await docs.notes(workshop, sheet)).some(({ fields }) => fields?.['draft'] === seat))
          await docs.edit(workshop, sheet, (pad) => dropDrafts(pad, [seat]))
    },
    /** Another node runs this workshop now, or this one does again: what is in memory of it counts no more. */
    letGo(workshop: string): void {
      const connections = [...(sessions.peek(workshop)?.presence.connections ?? [])]
      docs.letGo(workshop)
      for (const connection of connections) connection.close()
      sessions.drop(workshop)
      projection.forget(workshop)
      filming.drop(workshop)
      seats.forget(workshop)
    },
    async erase(workshop: string): Promise<void> {
      const connections = [...(sessions.peek(workshop)?.presence.connections ?? [])]
      docs.closeWorkshop(workshop, CLOSE.ended)
      for (const connection of connections) connection.close()
      sessions.drop(workshop)
      filming.drop(workshop)
      changes.drop(workshop)
      seats.forget(workshop)
      await store.workshops.erase(workshop)
    },
  }
}
