// Looks through a whole database for damage, in a thread and on a connection of its own, so that nobody waits for it.
// Started once by main.ts; what it finds is logged, and each document is repaired when it is opened.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { isSound, type DocRow } from './rows.ts'

export interface Findings {
  /** What SQLite says of its own pages; empty where they are sound. */
  pages: string[]
  /** Documents with a row that is not as it was written, as `<workshop> <document>`. */
  docs: string[]
  rows: number
  /** Milliseconds. */
  took: number
}

const MOST_PAGES_SAID = 10
/** Documents whose last row is not the one that was written last. */
const SHORT = `
  SELECT workshop, doc FROM doc_ends AS e
  WHERE seq <> (SELECT max(seq) FROM doc_rows AS r WHERE r.workshop = e.workshop AND r.doc = e.doc)`

/** Reads everything once; changes nothing. Throws where the file is no database. */
export function inspect(dir: string): Findings {
  const began = performance.now()
  const db = new DatabaseSync(join(dir, 'tablee.db'), { readOnly: true, timeout: 10_000 })
  try {
    const said = db.prepare(`PRAGMA quick_check(${MOST_PAGES_SAID})`).all()
    const pages = said.map((row) => String(row['quick_check'])).filter((line) => line !== 'ok')
    const { docs, rows } = damagedDocs(db)
    return { pages, docs, rows, took: Math.round(performance.now() - began) }
  } finally {
    db.close()
  }
}

function damagedDocs(db: DatabaseSync): { docs: string[]; rows: number } {
  const docs = new Set<string>()
  let rows = 0
  try {
    for (const row of db
      .prepare('SELECT workshop, doc, seq, is_snapshot, crc, bytes FROM doc_rows')
      .iterate()) {
      rows++
      const [workshop, doc] = [String(row['workshop']), String(row['doc'])]
      if (!isSound(workshop, doc, row as unknown as DocRow)) docs.add(`${workshop} ${doc}`)
    }
    for (const row of db.prepare(SHORT).iterate()) docs.add(`${row['workshop']} ${row['doc']}`)
  } catch {
    // A broken page ends the walk; quick_check has named it.
  }
  return { docs: [...docs], rows }
}

/** The same in a thread of its own; rejects where the file cannot be read. */
export function inspectAside(dir: string): Promise<Findings> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { inspect: dir } })
  worker.unref()
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the inspection ended without findings')))
  })
}

const { inspect: dir } = (workerData ?? {}) as { inspect?: string }
if (!isMainThread && dir !== undefined) parentPort?.postMessage(inspect(dir))
