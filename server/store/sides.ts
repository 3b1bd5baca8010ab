// The two places that everything may be stored in, as plain tables of rows to read and to fill. Called by move.ts.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Client } from 'pg'
import { lockDataDir } from './lock.ts'
import { connectPostgres } from './postgres.ts'
import { keepSecret } from './postgres-schema.ts'
import { migrate } from './schema.ts'
import { openDatabase, type Value } from './sql.ts'

export interface Table {
  name: string
  columns: string[]
  /** Columns that give the order in which rows are read, the same in both places. */
  key: string[]
}

/** One place, held alone while it is open; what is put is there only after `commit`. */
export interface Side {
  rows(table: Table): AsyncIterable<Value[]>
  put(table: Table, rows: Value[][]): Promise<void>
  commit(): Promise<void>
  close(): Promise<void>
}

/** Facts of one process and no row of anybody's. */
const PASSING = new Set(['pulse', 'chores'])
const AT_ONCE = 200

/** Every table that is worth moving, as the newest version knows it. */
export function tablesOf(): Table[] {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  const tables = names
    .map(({ name }) => String(name))
    .filter((name) => !PASSING.has(name) && !name.startsWith('sqlite_'))
    .map((name) => {
      const columns = db.prepare(`SELECT name, pk FROM pragma_table_info('${name}') ORDER BY cid`).all()
      const key = columns.filter(({ pk }) => Number(pk) > 0).sort((a, b) => Number(a['pk']) - Number(b['pk']))
      const named = (list: typeof columns) => list.map((column) => String(column['name']))
      return { name, columns: named(columns), key: named(key) }
    })
  db.close()
  return tables
}

/** The file in a data directory; DataDirInUse where a process holds it. */
export function openFileSide(dir: string): Side {
  const lock = lockDataDir(dir)
  const db = openDatabase(join(dir, 'tablee.db'))
  migrate(db)
  db.exec('BEGIN IMMEDIATE')
  return {
    async *rows(table) {
      const rows = db.prepare(selected(table)).iterate()
      for (const row of rows) yield Object.values(row) as Value[]
    },
    async put({ name, columns }, rows) {
      const marks = columns.map(() => '?').join(', ')
      const insert = db.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${marks})`)
      for (const row of rows) insert.run(...row)
    },
    commit: async () => db.exec('COMMIT'),
    async close() {
      db.close()
      lock.release()
    },
  }
}

/** A PostgreSQL database, and the secret that it keeps: `given` where it has none yet. DatabaseInUse where a process holds it. */
export async function openPostgresSide(url: string, given: string): Promise<Side & { secret: string }> {
  const client = await connectPostgres(url)
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
  return {
    secret: await keepSecret(client, given),
    rows: (table) => fetched(client, selected(table)),
    async put({ name, columns }, rows) {
      const marks = rows.map(
        (_, row) => `(${columns.map((__, n) => `$${row * columns.length + n + 1}`).join(', ')})`,
      )
      const text = `INSERT INTO ${name} (${columns.join(', ')}) VALUES ${marks.join(', ')}`
      if (rows.length > 0) await client.query(text, rows.flat())
    },
    async commit() {
      for (const { name, key } of tablesOf()) {
        if (key.join() !== 'n') continue
        // Rows that come later must not be given a number that was moved here.
        await client.query(
          `SELECT setval(pg_get_serial_sequence('${name}', 'n'), (SELECT coalesce(max(n), 0) + 1 FROM ${name}), false)`,
        )
      }
      await client.query('COMMIT')
    },
    close: () => client.end(),
  }
}

async function* fetched(client: Client, text: string): AsyncIterable<Value[]> {
  await client.query(`DECLARE moving NO SCROLL CURSOR FOR ${text}`)
  for (;;) {
    const { rows } = await client.query<Value[]>({ text: `FETCH ${AT_ONCE} FROM moving`, rowMode: 'array' })
    yield* rows
    if (rows.length < AT_ONCE) break
  }
  await client.query('CLOSE moving')
}

function selected({ name, columns, key }: Table): string {
  return `SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${key.join(', ')}`
}
