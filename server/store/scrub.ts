// Makes the deleted unfindable in the files: the log is emptied at once, the unused corners of pages soon after.
// Called by sqlite-worker.ts after every group.
import type { DatabaseSync } from 'node:sqlite'
import { VACUUM } from './sql.ts'
import type { Forgetting } from './sql.ts'

/** Writing the file anew stalls every save (about a second per 100 MB): it waits for a quiet moment, but not for ever. */
const QUIET_MS = 1000
const LATEST_MS = 20_000

export interface Scrubber {
  /** To be called after each group with what it owes. Never throws: what does not succeed is tried again. */
  settle(owed: ReadonlySet<Forgetting>): void
  /** Does now what is still owed. */
  finish(): void
}

/** Also takes up what an earlier process left undone. `now` in milliseconds, steady. */
export function createScrubber(db: DatabaseSync, now: () => number): Scrubber {
  let logOwed = true
  let corners = hasChore(db) ? { since: now() } : null
  let lastGroup = -Infinity
  let timer: NodeJS.Timeout | undefined

  const work = () => {
    if (corners && vacuum(db)) {
      corners = null
      logOwed = true
    }
    if (logOwed) logOwed = !emptyLog(db)
  }
  const arm = (delay: number) => {
    if (corners || logOwed) timer ??= setTimeout(check, delay)
  }
  const check = () => {
    timer = undefined
    const quiet = now() - lastGroup >= QUIET_MS
    const late = corners !== null && now() - corners.since >= LATEST_MS
    if (!quiet && !late) return arm(QUIET_MS)
    work()
    arm(LATEST_MS)
  }
  arm(QUIET_MS)
  return {
    settle(owed) {
      lastGroup = now()
      if (owed.size === 0) return
      logOwed = !emptyLog(db)
      if (owed.has('everywhere')) corners ??= { since: now() }
      arm(QUIET_MS)
    },
    finish() {
      clearTimeout(timer)
      work()
    },
  }
}

function hasChore(db: DatabaseSync): boolean {
  return db.prepare('SELECT 1 FROM chores WHERE name = ?').get(VACUUM) !== undefined
}

/** Writes the file anew, without gaps; false when it could not. */
function vacuum(db: DatabaseSync): boolean {
  try {
    db.exec(`VACUUM; DELETE FROM chores WHERE name = '${VACUUM}'`)
    return true
  } catch {
    return false
  }
}

/** Copies the write-ahead log into the file and cuts it to nothing; false while somebody else still reads it. */
function emptyLog(db: DatabaseSync): boolean {
  try {
    return db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0
  } catch {
    return false
  }
}
