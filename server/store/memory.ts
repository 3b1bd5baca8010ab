// The same operations on a database in memory: for tests, and for a house that leaves nothing behind.
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers'
import { StoreUnavailable } from './errors.ts'
import { createGroups } from './groups.ts'
import { storeOf } from './operations.ts'
import { createPending } from './pending.ts'
import { migrate } from './schema.ts'
import { sqliteDoor } from './sql.ts'
import type { Store } from './store.ts'

/** `clock` in milliseconds, as in openSqliteStore. Arguments are copied at the call; answers come a turn of the loop later. */
export function createMemoryStore({ clock = Date.now }: { clock?: () => number } = {}): Store {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  const pending = createPending()
  const groups = createGroups({
    door: sqliteDoor(db),
    // Not the global one, which a test's hand-wound clock may have replaced.
    later: (run) => void setImmediate(run),
    reply: (outcomes) => outcomes.forEach(pending.settle),
  })
  let closed = false
  const call = async (method: string, args: unknown[]) => {
    if (closed) throw new StoreUnavailable('the store is closed')
    const copy = structuredClone(args)
    const { n, answer } = pending.add()
    groups.push({ n, method, args: copy, now: clock() })
    return answer
  }
  return storeOf(call, async () => {
    closed = true
    await groups.drain()
    if (db.isOpen) db.close()
  })
}
