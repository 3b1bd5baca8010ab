// Rows, documents and the bench of the acceptance suite. Called by contract.ts, its parts and store.test.ts.
import * as Y from 'yjs'
import { newSession } from '../../shared/session/state.ts'
import type { Session } from '../../shared/session/state.ts'
import type { SeatRow, Store, StoredDoc, WorkshopRow } from './store.ts'

/** What each part of the suite is given: the store of the running test, and a way to read it back from its place. */
export interface Bench {
  store(): Store
  /** Closes and opens again where there is a place; else answers the same store. */
  reopened(): Promise<Store>
}

export const DAY = 24 * 3_600_000
/** Some time of the past, in milliseconds. */
export const T0 = 1_700_000_000_000

export function makeWorkshop(id: string, over: Partial<WorkshopRow> = {}): WorkshopRow {
  return {
    id,
    code: `CODE-${id}`,
    title: `Workshop ${id}`,
    language: 'fr',
    key: `key of ${id}`,
    createdAt: T0,
    touchedAt: T0,
    programme: {
      v: 1,
      title: 'An evening',
      activities: [{ id: 'a1', kind: 'brainstorm', title: 'Idées', settings: { length: 140 } }],
    },
    programmeRev: 1,
    session: newSession(),
    ...over,
  }
}

export function makeSeat(workshop: string, id: string, over: Partial<SeatRow> = {}): SeatRow {
  return { id, workshop, role: 'participant', hash: `hash of ${id} in ${workshop}`, createdAt: T0, ...over }
}

export function sessionAt(rev: number): Session {
  return { ...newSession(), rev }
}

/** The updates of one hand that writes these words one after the other, each update needing the one before. */
export function updatesOf(words: string[]): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of words) doc.getText('t').insert(doc.getText('t').length, word)
  return updates
}

/** The text that a stored document of `updatesOf` holds. */
export function textOf({ snapshot, updates }: StoredDoc): string {
  const doc = new Y.Doc()
  for (const bytes of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, bytes)
  return doc.getText('t').toJSON()
}
