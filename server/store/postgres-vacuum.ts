// Takes deleted rows out of PostgreSQL's tables, on a connection of its own, soon after the commit that deleted them.
// Made by postgres.ts. What was deleted is unreadable at once; this frees its pages, and writes the ballots' table anew.
import pg from 'pg'
import type { Forgetting } from './sql.ts'
import { VACUUM } from './sql.ts'

export interface Vacuum {
  /** To be called after each group with what it owes. Never throws: what does not succeed is tried again. */
  settle(owed: ReadonlySet<Forgetting>): void
  close(): Promise<void>
}

/** Milliseconds. */
const SOON = 1000
const TRY_AGAIN = 20_000

/** Also takes up what an earlier process left undone. */
export function createVacuum(url: string): Vacuum {
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> | null = null
  let closed = false

  const work = async () => {
    const client = new pg.Client({ connectionString: url, application_name: 'tablee vacuum' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      // Small, since it holds open polls alone: a new file for it, so that no page of the old one tells who chose what.
      await client.query('VACUUM (FULL) ballots')
      const { rowCount } = await client.query('SELECT 1 FROM chores WHERE name = $1', [VACUUM])
      if (!rowCount) return
      await client.query('DELETE FROM chores WHERE name = $1', [VACUUM])
      await client.query('VACUUM')
    } catch {
      arm(TRY_AGAIN)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  const arm = (wait: number) => {
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = undefined
      working = (working ?? Promise.resolve()).then(work)
    }, wait)
    timer.unref()
  }
  arm(SOON)
  return {
    settle(owed) {
      if (owed.size > 0) arm(SOON)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await working
    },
  }
}
