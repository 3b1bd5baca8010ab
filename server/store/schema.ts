// The tables, as a list of migrations: the file's user_version counts those it has been through.
// Called once at every opening, by sqlite-worker.ts and memory.ts.
import type { DatabaseSync } from 'node:sqlite'

/**
 * A document's rows are numbered without a gap; its snapshot is the first row left and carries the number of the last
 * one merged. Ballots have neither time nor rowid, so that the file does not tell the order of the hands. Whatever
 * belongs to a workshop has a column `workshop`: erasing goes by it.
 */
const TABLES = `
  CREATE TABLE workshops (
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, title TEXT NOT NULL, language TEXT NOT NULL, place TEXT, date TEXT,
    key TEXT NOT NULL, created_at INTEGER NOT NULL, touched_at INTEGER NOT NULL,
    programme TEXT NOT NULL, programme_rev INTEGER NOT NULL, session TEXT NOT NULL, session_rev INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE tombstones (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE TABLE seats (
    workshop TEXT NOT NULL, id TEXT NOT NULL, role TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, name TEXT, language TEXT,
    created_at INTEGER NOT NULL, revoked INTEGER NOT NULL, PRIMARY KEY (workshop, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE doc_rows (
    workshop TEXT NOT NULL, doc TEXT NOT NULL, seq INTEGER NOT NULL, is_snapshot INTEGER NOT NULL,
    crc INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (workshop, doc, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE answers (
    workshop TEXT NOT NULL, seat TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, answer TEXT NOT NULL,
    PRIMARY KEY (workshop, seat, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX answers_by_age ON answers (workshop, at);

  CREATE TABLE checkpoints (
    n INTEGER PRIMARY KEY, workshop TEXT NOT NULL, activity TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL,
    notes TEXT NOT NULL
  ) STRICT;
  CREATE INDEX checkpoints_by_workshop ON checkpoints (workshop);

  -- While a poll is open: every accepted ballot with its hand; the one with the highest receipt counts.
  CREATE TABLE ballots (
    workshop TEXT NOT NULL, poll TEXT NOT NULL, seat TEXT NOT NULL, id TEXT NOT NULL, receipt INTEGER NOT NULL,
    choice TEXT NOT NULL, PRIMARY KEY (workshop, poll, seat, id), UNIQUE (workshop, poll, seat, receipt)
  ) STRICT, WITHOUT ROWID;
  -- From the seal on: the result, the bare choices, who voted, and which ids were accepted. Only the poll is common to them.
  CREATE TABLE seals (
    workshop TEXT NOT NULL, poll TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (workshop, poll)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE choices (
    workshop TEXT NOT NULL, poll TEXT NOT NULL, position INTEGER NOT NULL, choice TEXT NOT NULL,
    PRIMARY KEY (workshop, poll, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE voters (
    workshop TEXT NOT NULL, poll TEXT NOT NULL, seat TEXT NOT NULL, PRIMARY KEY (workshop, poll, seat)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE receipts (
    workshop TEXT NOT NULL, poll TEXT NOT NULL, seat TEXT NOT NULL, id TEXT NOT NULL, receipt INTEGER NOT NULL,
    PRIMARY KEY (workshop, poll, seat, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE pulse (id INTEGER PRIMARY KEY, beats INTEGER NOT NULL) STRICT;
  CREATE TABLE chores (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`

/** One row for each member of an assembly; `hash` is that of a slip, which is never stored itself. */
const ROLL = `
  CREATE TABLE roll (
    workshop TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, hash TEXT NOT NULL, name TEXT NOT NULL,
    college TEXT, weight INTEGER NOT NULL, mandates TEXT NOT NULL, seat TEXT,
    PRIMARY KEY (workshop, id), UNIQUE (workshop, hash)
  ) STRICT, WITHOUT ROWID;
`

/** How often the link of a seat was replaced by a new one: the token of a wall or a scribe is derived from it. */
const GENERATIONS = 'ALTER TABLE seats ADD COLUMN generation INTEGER NOT NULL DEFAULT 0'

/** A tour keeps what its stops have left, also after their workshops are gone. */
const TOURS = `
  CREATE TABLE tours (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL, key TEXT NOT NULL, created_at INTEGER NOT NULL, touched_at INTEGER NOT NULL,
    rev INTEGER NOT NULL, plan TEXT NOT NULL, stops TEXT NOT NULL
  ) STRICT;
  CREATE TABLE tour_stops (
    tour TEXT NOT NULL, id TEXT NOT NULL, played_as TEXT, outcome TEXT, PRIMARY KEY (tour, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tour_stops_by_played ON tour_stops (played_as);
`

/** What is kept beside the report. The key of a share is derived from its id, never stored. */
const REMAINS = `
  CREATE TABLE summaries (workshop TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE shares (
    workshop TEXT NOT NULL, id TEXT NOT NULL, created_at INTEGER NOT NULL, until INTEGER, phones INTEGER NOT NULL,
    PRIMARY KEY (workshop, id)
  ) STRICT, WITHOUT ROWID;
`

/** Number of the last row of each document, apart from the rows: one whose own key is harmed is missed. */
const ENDS = `
  CREATE TABLE doc_ends (
    workshop TEXT NOT NULL, doc TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (workshop, doc)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO doc_ends SELECT workshop, doc, max(seq) FROM doc_rows GROUP BY workshop, doc;
`

/** Rows that were not as they had been written when their document was repaired. */
const DAMAGED = `
  CREATE TABLE damaged_rows (
    workshop TEXT NOT NULL, doc TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (workshop, doc, seq)
  ) STRICT, WITHOUT ROWID;
`

/** A voice may be a fraction: `weight` of `parts`. */
const PARTS = 'ALTER TABLE roll ADD COLUMN parts INTEGER NOT NULL DEFAULT 1'

/** What the room was shown and when, a frame a row, in the order in which they came. */
const FILM = `
  CREATE TABLE film (n INTEGER PRIMARY KEY, workshop TEXT NOT NULL, frame TEXT NOT NULL) STRICT;
  CREATE INDEX film_by_workshop ON film (workshop);
`

/** The seat whose device this one shares. */
const SHARED = 'ALTER TABLE seats ADD COLUMN via TEXT'

/** Forward only: append to this list, never change an entry that has been released. */
export const MIGRATIONS: readonly string[] = [
  TABLES,
  ROLL,
  GENERATIONS,
  TOURS,
  REMAINS,
  DAMAGED,
  ENDS,
  PARTS,
  FILM,
  SHARED,
]

/** Brings the file to the newest shape, each migration in a transaction of its own. Throws on a file from a newer version. */
export function migrate(db: DatabaseSync): void {
  const row = db.prepare('PRAGMA user_version').get()
  const done = Number(row?.user_version)
  if (done > MIGRATIONS.length) throw new Error(`tablee.db was written by a newer version (schema ${done})`)
  for (const [index, text] of [...MIGRATIONS.entries()].slice(done)) {
    db.exec(`BEGIN IMMEDIATE; ${text}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}
