// Documents as numbered rows of bytes, each with its checksum. Called by groups.ts through operations.ts.
import * as Y from 'yjs'
import { DamagedDoc, WorkshopGone } from './errors.ts'
import { repairDoc } from './repair.ts'
import { areWhole, checksum, endOf, rowsOf, type DocRow } from './rows.ts'
import type { Sql } from './sql.ts'
import { SQL } from './statements.ts'
import type { Store, StoredDoc } from './store.ts'

/** A workshop's last touch is known to the hour; a row of text need not rewrite it each time. */
const TOUCH_EVERY_MS = 3_600_000

/** `clock` in milliseconds: writing on a document keeps its workshop from the purge. */
export function docsOf(sql: Sql, clock: () => number): Store['docs'] {
  const appendAll: Store['docs']['appendAll'] = async (workshop, rows) => {
    await refuseGone(sql, workshop)
    const seqs: number[] = []
    for (const [doc, update] of rows) {
      const [end] = await sql.all<{ seq: number }>(SQL.nextEnd, workshop, doc)
      seqs.push(end!.seq)
      await sql.run(
        SQL.addRow,
        workshop,
        doc,
        end!.seq,
        0,
        checksum(workshop, doc, end!.seq, false, update),
        update,
      )
    }
    await sql.run(SQL.touch, workshop, clock(), TOUCH_EVERY_MS)
    return seqs
  }
  return {
    async load(workshop, doc) {
      const rows = await rowsOf(sql, workshop, doc, Number.MAX_SAFE_INTEGER)
      if (!areWhole(workshop, doc, rows, await endOf(sql, workshop, doc))) throw new DamagedDoc(workshop, doc)
      return stored(rows)
    },
    append: async (workshop, doc, update) => (await appendAll(workshop, [[doc, update]]))[0]!,
    appendAll,
    async compact(workshop, doc, upTo) {
      const rows = await rowsOf(sql, workshop, doc, upTo)
      if (!areWhole(workshop, doc, rows, rows.at(-1)?.seq ?? 0)) throw new DamagedDoc(workshop, doc)
      const last = rows.at(-1)
      if (!last || last.is_snapshot) return
      const snapshot = merged(rows, workshop, doc)
      await sql.run(SQL.dropRows, workshop, doc, last.seq)
      await sql.run(
        SQL.addRow,
        workshop,
        doc,
        last.seq,
        1,
        checksum(workshop, doc, last.seq, true, snapshot),
        snapshot,
      )
    },
    repair: (workshop, doc) => repairDoc(sql, workshop, doc),
    async names(workshop) {
      const rows = await sql.all<{ doc: string }>(SQL.docNames, workshop)
      return rows.map((row) => row.doc)
    },
    async erase(workshop, docs) {
      for (const doc of docs) for (const text of SQL.eraseDoc) await sql.run(text, workshop, doc)
      await sql.forget('everywhere')
    },
  }
}

/** Throws WorkshopGone when the workshop was erased. */
export async function refuseGone(sql: Sql, workshop: string): Promise<void> {
  const found = await sql.all(SQL.isGone, workshop)
  if (found.length > 0) throw new WorkshopGone(workshop)
}

function stored(rows: DocRow[]): StoredDoc {
  const snapshot = rows.find((row) => row.is_snapshot)
  const updates = rows.filter((row) => !row.is_snapshot).map((row) => row.bytes)
  const seq = rows.at(-1)?.seq ?? 0
  return { ...(snapshot && { snapshot: snapshot.bytes }), updates, seq }
}

/** One update that says what all the rows say: loaded again and compared before anything is replaced by it. */
function merged(rows: DocRow[], workshop: string, doc: string): Uint8Array {
  try {
    const whole = loaded(rows.map((row) => row.bytes))
    const snapshot = Y.encodeStateAsUpdate(whole)
    const again = loaded([snapshot])
    if (!Y.equalSnapshots(Y.snapshot(whole), Y.snapshot(again)))
      throw new Error('the snapshot differs from its rows')
    return snapshot
  } catch (cause) {
    throw new DamagedDoc(workshop, doc, { cause })
  }
}

function loaded(updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
  return doc
}
