// What documents offer to the house, and what they ask of it: live and docs never import each other.
// Implemented by docs.ts; the house hands it to the gateway, to sessions and to projection.
import type * as Y from 'yjs'
import type { Note, NoteSeed } from '../../shared/board/note.ts'
import type { Clock } from '../../shared/clock.ts'
import type { DocRef } from '../../shared/ids.ts'
import type { Access } from '../../shared/session/access.ts'
import type { Log } from '../log.ts'
import type { Strain } from '../strain.ts'
import type { Store } from '../store/store.ts'
import type { Seat } from './connection.ts'
import type { DocSocket } from './doc-socket.ts'

/** A pad with something new that is not on disk yet, but will be with the window that is being put together, or not at all. */
export interface PadNews {
  activity: string
  writer: string
  doc: Y.Doc
  /** Not to be changed, not to be shown: what comes of it goes with the same window. */
  notes(): readonly Note[]
}

export interface DocsHooks {
  /** What a seat may do with a document now; `ended` where its workshop is over. */
  gate(workshop: string, seat: Seat, doc: DocRef): Access | 'ended'
  /** Pads are written on: edits of boards that are asked for during this call are part of the same transaction. */
  onWritten?(workshop: string, pads: PadNews[]): void
  /** Something new on a pad is durable, or the pad was erased. */
  onPad(workshop: string, activity: string, writer: string, erased?: boolean): void
  /** No document of the workshop is in memory any more: what others remember of them can go as well. */
  onIdle?(workshop: string): void
  /** Something new on a board is durable. */
  onBoard(workshop: string, activity: string): void
  /** A trusted seat opens the plan, or something new on it is durable. */
  onPlan(workshop: string): void
  /** Notes of a board as they were when its last step ended, for a board of which nothing can be read any more. */
  checkpoint(workshop: string, activity: string): Promise<NoteSeed[]>
  /** A document could not be stored or loaded; nothing of it was shown. */
  onStoreError(workshop: string, error: unknown): void
}

export interface DocsDeps {
  store: Pick<Store, 'docs'>
  clock: Clock
  log: Log
  /** What gives way when the event loop is full; nothing without it. */
  strain?: Strain
  hooks: DocsHooks
}

/** What the gateway has found out about a socket. */
export interface Arrival {
  workshop: string
  doc: string
  ref: DocRef
  seat: Seat
  /** It offered `tablee.saved`. */
  saved: boolean
}

export interface Docs {
  /** Takes over a socket that has not been read from yet; closes it where its seat may not have the document. */
  connect(socket: DocSocket, at: Arrival): void
  /** Notes of a durable document, hidden ones included, sorted; none where it does not exist. */
  notes(workshop: string, doc: string): Promise<Note[]>
  /** The server's own write: one transaction, resolves once durable and sent; rejects where it is neither. */
  edit<T>(workshop: string, doc: string, fn: (doc: Y.Doc) => T): Promise<T>
  /** The document itself, durable at this moment; for reading at once, never for keeping. */
  peek(workshop: string, doc: string): Promise<Y.Doc>
  /** The document as it is in memory, perhaps a moment before it is durable: for numbers alone. */
  glance(workshop: string, doc: string): Promise<Y.Doc>
  /** Names of the pads of an activity that have been written on. */
  pads(workshop: string, activity: string): Promise<string[]>
  /** Resolves once everything that has arrived on documents of the workshop by now is durable, or lost. */
  settle(workshop: string): Promise<void>
  /** Closes these documents for good (4403) and deletes them from the store. */
  erase(workshop: string, docs: string[]): Promise<void>
  /** Asks again what every connection of the workshop may do: 4403 or 4410 where nothing, 4503 where something else. */
  reconsider(workshop: string): void
  closeSeat(workshop: string, seat: string): void
  closeWorkshop(workshop: string, code: number): void
  /** Forgets all documents of a workshop as they are in memory; their devices are to come back (1012). */
  letGo(workshop: string): void
  /** `diverged` counts replicas that were found to differ from what is stored. */
  stats(): { docs: number; connections: number; diverged: number }
  /** Stores what has arrived, then closes everything with 1012. */
  drain(): Promise<void>
}

/** What the session says of the activity in play. */
export interface Rules {
  activity: string
  mode: 'off' | 'sealed' | 'moderated' | 'live'
  noteLength: number
  nameOf?(writer: string): string | undefined
}

/** Pads to their board (projection.ts). */
export interface Projection {
  /** Pads are being written on: they reach their board in the same window where the step allows it and all is in memory. */
  written(workshop: string, pads: PadNews[]): void
  /** A pad has changed, durably, or was erased. It reaches the board now, or as soon as its step allows it. */
  markDirty(workshop: string, activity: string, writer: string, erased?: boolean): void
  /** Everything on the pads goes to the board in one transaction, whatever the step says (S13). Resolves once durable. */
  projectNow(workshop: string, activity: string): Promise<void>
  /** Puts one waiting note on the board; false where there is none of that id. */
  approve(workshop: string, activity: string, note: string): Promise<boolean>
  /** Notes that are not on the board and never were, under the ids they would have there, the first written first. */
  queue(workshop: string, activity: string): Promise<Note[]>
  /** Visible notes of the board, and notes of pads that are not there and never were. */
  counts(workshop: string, activity: string): Promise<{ onBoard: number; waiting: number }>
  /** Which writer each note of the board came from, as far as their pads still tell: board id to writer. */
  authors(workshop: string, activity: string): Promise<Record<string, string>>
  /** Ids on the board of all that ever lay on this writer's pad. */
  traces(workshop: string, activity: string, writer: string): Promise<string[]>
  /** Lets go of all that memory holds of the pads of an activity. */
  forget(workshop: string, activity?: string): void
  stop(): void
}
