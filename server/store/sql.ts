// What the operations need of a database, and the SQLite of it. Called by groups.ts, which runs them in transactions.
import { DatabaseSync } from 'node:sqlite'
import type { StatementSync } from 'node:sqlite'
import { SQL } from './statements.ts'

export type Value = string | number | Uint8Array | null

/** How far the deleted must be forgotten: in the log of recent writes, or in the unused corners of the file as well. */
export type Forgetting = 'log' | 'everywhere'

/** Asynchronous, so that a database behind a socket can take this place. Row shapes are those of our own tables. */
export interface Sql {
  all<Row>(text: string, ...values: Value[]): Promise<Row[]>
  run(text: string, ...values: Value[]): Promise<void>
  /** Says that this transaction deletes what nobody may find in the files afterwards. */
  forget(how: Forgetting): Promise<void>
}

export const VACUUM = 'vacuum'

/** Statements are prepared once each. `owe` hears what has to be forgotten after the commit. */
export function createSql(db: DatabaseSync, owe: (how: Forgetting) => void): Sql {
  const prepared = new Map<string, StatementSync>()
  const statement = (text: string) => {
    const known = prepared.get(text) ?? db.prepare(text)
    prepared.set(text, known)
    return known
  }
  const run = async (text: string, ...values: Value[]) => void statement(text).run(...values)
  return {
    run,
    all: async <Row>(text: string, ...values: Value[]) => statement(text).all(...values) as Row[],
    async forget(how) {
      // The chore is a row of the same transaction: a crash before the cleaning does not forget to forget.
      if (how === 'everywhere') await run(SQL.addChore, VACUUM)
      owe(how)
    },
  }
}

/** Pragmas and the answer each must give when read back; a connection that answers otherwise is not used. */
const PRAGMAS = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
  ['busy_timeout', '1000', 1000],
  ['wal_autocheckpoint', '1000', 1000],
  ['journal_size_limit', '16777216', 16_777_216],
  ['cell_size_check', 'ON', 1],
] as const

/** Opens the file so that a commit is on disk when it returns and a deleted row is overwritten. Throws if it cannot be. */
export function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  for (const [name, value, answer] of PRAGMAS) {
    db.exec(`PRAGMA ${name} = ${value}`)
    const [read] = Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})
    if (read !== answer) throw new Error(`SQLite answers ${name} = ${String(read)}, ${answer} is needed`)
  }
  return db
}
