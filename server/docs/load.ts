// From stored rows to a live document: content, owners of its clientIDs, and the server's own clientID. Called by doc.ts.
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { REPAIRED } from '../../shared/board/note.ts'
import type { DocRef } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { StoredDoc } from '../store/store.ts'
import { ownerOf } from './connection.ts'
import { createClaims, type Claims } from './guard.ts'

/** Owner of the server's own clientID. */
const SERVER_OWNER = 'server'

export interface Loaded {
  doc: Y.Doc
  claims: Claims
  /** Encoded size, in bytes. */
  bytes: number
}

/** Throws where the rows do not make a whole document. */
export function loadDoc(stored: StoredDoc, workshop: string, name: string, ref: DocRef): Loaded {
  // A guid of its own would be made of random bytes; nobody asks for it.
  const doc = new Y.Doc({ gc: true, guid: name })
  const rows = stored.snapshot ? [stored.snapshot, ...stored.updates] : stored.updates
  doc.transact(() => rows.forEach((row) => Y.applyUpdate(doc, row)))
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('rows of the document are missing')
  // Only now: yjs takes a new id when it reads content of its own.
  doc.clientID = serverId(workshop, name, repairsOf(doc))
  const clients = [...doc.store.clients.keys()].filter((client) => client !== doc.clientID)
  const claims = createClaims(clients.map((client) => [client, ownerOf(ref)]))
  claims.claim(doc.clientID, SERVER_OWNER)
  return { doc, claims, bytes: rows.length === 0 ? 0 : Y.encodeStateAsUpdate(doc).length }
}

/**
 * One clientID per document for the server's writes, the same after every restart: a transaction costs per clientID seen.
 * Another one after a repair: numbers of words that were lost must not be given again.
 */
export function serverId(workshop: string, name: string, repairs = 0): number {
  const said = repairs === 0 ? `${workshop}\n${name}` : `${workshop}\n${name}\n${repairs}`
  const hash = createHash('sha256').update(said).digest()
  return hash.readUInt32BE(0) || 1
}

function repairsOf(doc: Y.Doc): number {
  const repairs = doc.share.has('meta') ? doc.getMap('meta').get(REPAIRED) : 0
  return typeof repairs === 'number' ? repairs : 0
}

/** The most bytes that a document of this sort may have. */
export function mostBytes(ref: DocRef): number {
  return ref.sort === 'pad' ? LIMITS.pad : LIMITS.board
}
