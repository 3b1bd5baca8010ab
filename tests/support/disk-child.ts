// Appends rows to our own schema as fast as it can and says the number of each once it was committed. Spawned by power.test.ts.
// With NORMAL it opens SQLite as most programs do: the test that a power cut loses nothing must fail on it.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createGroups } from '../../server/store/groups.ts'
import { migrate } from '../../server/store/schema.ts'
import { openDatabase, sqliteDoor } from '../../server/store/sql.ts'

const [dir = '', mode = 'FULL'] = process.argv.slice(2)
const file = join(dir, 'tablee.db')

function opened(): DatabaseSync {
  if (mode === 'FULL') return openDatabase(file)
  const db = new DatabaseSync(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  return db
}

const db = opened()
migrate(db)
// The schema itself is on disk before the first row is promised, under NORMAL too.
db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
let n = 0
const groups = createGroups({
  door: sqliteDoor(db),
  later: (run) => void setTimeout(run, 2),
  reply(outcomes) {
    for (const outcome of outcomes)
      process.stdout.write(`${'value' in outcome ? String(outcome.value) : 'failed'}\n`)
    append()
  },
})
const append = () =>
  groups.push({ n: ++n, method: 'docs.append', args: ['w', 'board.a1', Uint8Array.of(n & 255)], now: n })
append()
