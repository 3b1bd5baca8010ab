// A damaged document made whole again from the rows that are as they were written. Called by groups.ts through operations.ts.
// What is taken out is kept aside: nothing is thrown away that somebody might still read.
import * as Y from 'yjs'
import { REPAIRED } from '../../shared/board/note.ts'
import { DamagedDoc } from './errors.ts'
import { areWhole, checksum, endOf, isSound, rowsOf, type DocRow } from './rows.ts'
import type { Sql } from './sql.ts'
import { SQL } from './statements.ts'
import type { Repair } from './store.ts'

/**
 * Replaces the rows by one snapshot of what can still be read; null where nothing was wrong. Throws DamagedDoc where
 * the database cannot even hand out the rows, or not take them back: that document stays closed, as it was.
 */
export async function repairDoc(sql: Sql, workshop: string, doc: string): Promise<Repair | null> {
  const rows = await rowsOf(sql, workshop, doc, Number.MAX_SAFE_INTEGER)
  const end = await endOf(sql, workshop, doc)
  if (areWhole(workshop, doc, rows, end)) return null
  const good = rows.filter((row) => isSound(workshop, doc, row))
  const snapshot = whole(good)
  const last = Math.max(end, rows.at(-1)?.seq ?? 0, 1)
  for (const row of rows)
    if (!good.includes(row)) await sql.run(SQL.setAside, workshop, doc, row.seq, row.bytes)
  for (const text of SQL.eraseDoc) await sql.run(text, workshop, doc)
  await sql.run(SQL.setEnd, workshop, doc, last)
  await sql.run(SQL.addRow, workshop, doc, last, 1, checksum(workshop, doc, last, true, snapshot), snapshot)
  // Where the order of the table itself is broken, rows are met by reading that no deletion finds.
  const after = await rowsOf(sql, workshop, doc, Number.MAX_SAFE_INTEGER)
  if (!areWhole(workshop, doc, after, last)) throw new DamagedDoc(workshop, doc)
  return { rows: rows.length, damaged: rows.length - good.length }
}

/**
 * Everything that these rows say and that does not lean on a missing one, under a new mark: the server's next words must
 * not take the numbers of words that were lost, which other devices may still hold.
 */
function whole(rows: DocRow[]): Uint8Array {
  const doc = new Y.Doc({ gc: true })
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  const meta = doc.getMap<number>('meta')
  meta.set(REPAIRED, (meta.get(REPAIRED) ?? 0) + 1)
  return Y.encodeStateAsUpdate(doc)
}
