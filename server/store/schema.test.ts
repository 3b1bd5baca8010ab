// Files written by an earlier version are brought to the newest shape, and nothing in them is lost.
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { migrate } from './schema.ts'

const tables = (db: DatabaseSync) =>
  db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all()

test('a file from before the roll gets its table and keeps its rows', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  const newest = tables(db)
  db.exec(`DROP TABLE roll; DROP TABLE tours; DROP TABLE tour_stops; ALTER TABLE seats DROP COLUMN generation;
    ALTER TABLE seats DROP COLUMN via;
    DROP TABLE summaries; DROP TABLE shares; DROP TABLE damaged_rows; DROP TABLE doc_ends; DROP TABLE film;
    INSERT INTO tombstones (id) VALUES ('w1'); PRAGMA user_version = 1`)
  migrate(db)
  expect(tables(db)).toEqual(newest)
  expect(db.prepare('SELECT id FROM tombstones').all()).toEqual([{ id: 'w1' }])
  migrate(db)
  expect(tables(db)).toEqual(newest)
  db.close()
})
