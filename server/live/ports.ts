// What sessions need of documents, as the house hands it to them; live and docs never import each other.
import type * as Y from 'yjs'
import type { Note } from '../../shared/board/note.ts'

export interface DocsPort {
  /** Notes of a durable document, hidden ones included; none where it does not exist. */
  notes(workshop: string, doc: string): Promise<Note[]>
  /** The server's own write: one transaction, resolves once durable and sent. */
  edit<T>(workshop: string, doc: string, fn: (doc: Y.Doc) => T): Promise<T>
  /** The document itself, durable at this moment; for reading at once, never for keeping. */
  peek(workshop: string, doc: string): Promise<Y.Doc>
  /** Asks for every open document again whether its seat may still have it. */
  reconsider(workshop: string): void
  /** Names of the pads of an activity that have been written on. */
  pads(workshop: string, activity: string): Promise<string[]>
  /** Closes these documents for good and deletes them from the store. */
  erase(workshop: string, docs: string[]): Promise<void>
  closeSeat(workshop: string, seat: string): void
  closeWorkshop(workshop: string, code: number): void
}

export interface ProjectionPort {
  /** Everything on the pads of an activity goes to its board in one transaction (S13). */
  projectNow(workshop: string, activity: string): Promise<void>
  /** Shows one moderated note; false where there is none of that id. */
  approve(workshop: string, activity: string, note: string): Promise<boolean>
  /** Pad notes that are not on the board and never were, with the ids they would have there. */
  queue(workshop: string, activity: string): Promise<Note[]>
  /** Lets go of what is known of the pads of an activity. */
  forget(workshop: string, activity: string): void
  counts(workshop: string, activity: string): Promise<{ onBoard: number; waiting: number }>
  /** Which writer each note of the board came from, as far as their pads still tell: board id to writer. */
  authors(workshop: string, activity: string): Promise<Record<string, string>>
}
