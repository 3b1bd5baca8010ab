// What the operations need of a database, and the SQLite of it. Called by groups.ts, which runs them in transactions.
// The Postgres of it is in postgres-door.ts.
import { DatabaseSync } from 'node:sqlite'
import type { StatementSync } from 'node:sqlite'
import type { Call } from './operations.ts'
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
  /** Deleted rows may stay readable in the gaps of pages until their whole table is emptied. */
  readonly leavesGaps: boolean
}

/** A database as groups of calls need it: its operations, and transactions around them. */
export interface Door {
  readonly sql: Sql
  /** What the transaction has to forget once it is committed; emptied by whoever sees to it. */
  readonly owed: Set<Forgetting>
  /** True where several questions may be under way at once, each answered in its turn. */
  readonly takesSeveral: boolean
  /** True inside a transaction. */
  readonly isOpen: boolean
  begin(calls: readonly Call[]): Promise<void>
  /** Inside the transaction: throws where the call comes from somebody who may not write any more. */
  check(call: Call): void
  /** COMMIT, ROLLBACK and savepoints. */
  exec(text: string): Promise<void>
  /** Reads only: where one view of everything needs a transaction, it is around `fn`. */
  reading<T>(fn: () => Promise<T>): Promise<T>
  /** True where a neighbour was in the way, so that the same group may simply be run again. */
  mayTryAgain(error: unknown): boolean
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
    leavesGaps: true,
  }
}

/** The door of an embedded database, which nobody else writes to. */
export function sqliteDoor(db: DatabaseSync): Door {
  const owed = new Set<Forgetting>()
  const exec = async (text: string) => db.exec(text)
  return {
    sql: createSql(db, (how) => owed.add(how)),
    owed,
    takesSeveral: false,
    get isOpen() {
      return db.isTransaction
    },
    begin: () => exec('BEGIN IMMEDIATE'),
    check: () => undefined,
    exec,
    reading: (fn) => fn(),
    mayTryAgain: () => false,
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
