// Group commit: all calls that arrive within one window are ONE transaction, each answered after its COMMIT.
// Made by sqlite-worker.ts (a window of milliseconds) and memory.ts (one turn of the loop).
import type { DatabaseSync } from 'node:sqlite'
import { failureOf } from './errors.ts'
import type { Failure } from './errors.ts'
import { createOperations, isRead } from './operations.ts'
import type { Call } from './operations.ts'
import { createSql } from './sql.ts'
import type { Forgetting } from './sql.ts'

export type Outcome = { n: number; value: unknown } | { n: number; failure: Failure }

interface Parts {
  db: DatabaseSync
  /** Runs a function when the window ends. */
  later: (run: () => void) => void
  /** Hears every outcome, in the order of the calls. */
  reply: (outcomes: Outcome[]) => void
  /** Hears, after COMMIT and before the outcomes leave, what has to be forgotten; every group ends with it. */
  committed?: (owed: ReadonlySet<Forgetting>) => void
}

export interface Groups {
  push(call: Call): void
  /** Commits what waits; resolves when nothing does. */
  drain(): Promise<void>
}

export function createGroups({ db, later, reply, committed }: Parts): Groups {
  const owed = new Set<Forgetting>()
  const perform = createOperations(createSql(db, (how) => owed.add(how)))
  const waiting: Call[] = []
  let running: Promise<void> | null = null

  const run = async () => {
    const calls = waiting.splice(0)
    const outcomes = calls.every(isRead)
      ? await each(calls, (call) => bare(call, perform))
      : await inTransaction(db, calls, perform)
    committed?.(owed)
    owed.clear()
    reply(outcomes)
  }
  const start = () => {
    if (running || waiting.length === 0) return
    running = run().finally(() => {
      running = null
      if (waiting.length > 0) later(start)
    })
  }
  return {
    push(call) {
      waiting.push(call)
      if (running || waiting.length > 1) return
      // Nothing waits before a lone read: it need not wait for the window either.
      if (isRead(call)) start()
      else later(start)
    },
    async drain() {
      while (running || waiting.length > 0) {
        start()
        await running
      }
    },
  }
}

type Perform = (call: Call) => Promise<unknown>

async function each(calls: Call[], perform: (call: Call) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const call of calls) outcomes.push(await perform(call))
  return outcomes
}

function bare(call: Call, perform: Perform): Promise<Outcome> {
  return perform(call).then(
    (value) => ({ n: call.n, value }),
    (error: unknown) => ({ n: call.n, failure: failureOf(error) }),
  )
}

/** A call that fails is undone alone; when the transaction itself fails, so do all its calls. */
async function inTransaction(db: DatabaseSync, calls: Call[], perform: Perform): Promise<Outcome[]> {
  try {
    if (db.isTransaction) db.exec('ROLLBACK')
    db.exec('BEGIN IMMEDIATE')
    const outcomes = await each(calls, (call) => undoable(db, call, perform))
    db.exec('COMMIT')
    return outcomes
  } catch (error) {
    abandon(db)
    const failure = failureOf(error)
    return calls.map(({ n }) => ({ n, failure }))
  }
}

/** Throws only when SQLite has ended the whole transaction, as it may on a full disk. */
async function undoable(db: DatabaseSync, call: Call, perform: Perform): Promise<Outcome> {
  db.exec('SAVEPOINT one')
  try {
    const value = await perform(call)
    db.exec('RELEASE one')
    return { n: call.n, value }
  } catch (error) {
    if (!db.isTransaction) throw error
    db.exec('ROLLBACK TO one; RELEASE one')
    return { n: call.n, failure: failureOf(error) }
  }
}

function abandon(db: DatabaseSync): void {
  try {
    if (db.isTransaction) db.exec('ROLLBACK')
  } catch {
    // The next group tries again before it begins.
  }
}
