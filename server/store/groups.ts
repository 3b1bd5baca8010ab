// Group commit: all calls that arrive within one window are ONE transaction, each answered after its COMMIT.
// Made by sqlite-worker.ts and postgres.ts (a window of milliseconds) and memory.ts (one turn of the loop).
import { abreast } from './abreast.ts'
import { failureOf } from './errors.ts'
import type { Failure } from './errors.ts'
import { createOperations, isRead } from './operations.ts'
import type { Call } from './operations.ts'
import type { Door, Forgetting } from './sql.ts'

export type Outcome = { n: number; value: unknown } | { n: number; failure: Failure }

interface Parts {
  door: Door
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

/** How often a group is run again where a neighbour on the same database was in the way. */
const TRIES = 5

export function createGroups({ door, later, reply, committed }: Parts): Groups {
  const { owed } = door
  const perform = createOperations(door.sql)
  const waiting: Call[] = []
  let running: Promise<void> | null = null

  const run = async () => {
    const calls = waiting.splice(0)
    const outcomes = calls.every(isRead)
      ? await reading(door, calls, perform)
      : await inTransaction(door, calls, perform)
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

/** Those that may, at the same time. Rejects once none is under way any more, so that nothing comes after the rollback. */
async function together(
  door: Door,
  calls: Call[],
  perform: (call: Call) => Promise<Outcome>,
): Promise<Outcome[]> {
  if (!door.takesSeveral) return each(calls, perform)
  const outcomes: Outcome[] = []
  for (const batch of abreast(calls)) {
    const settled = await Promise.allSettled(batch.map(perform))
    const errors = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    if (errors.length > 0) throw errors.find((error) => door.mayTryAgain(error)) ?? errors[0]
    for (const one of settled) if (one.status === 'fulfilled') outcomes.push(one.value)
  }
  return outcomes
}

function bare(call: Call, perform: Perform): Promise<Outcome> {
  return perform(call).then(
    (value) => ({ n: call.n, value }),
    (error: unknown) => ({ n: call.n, failure: failureOf(error) }),
  )
}

async function reading(door: Door, calls: Call[], perform: Perform): Promise<Outcome[]> {
  try {
    return await door.reading(() => together(door, calls, (call) => bare(call, perform)))
  } catch (error) {
    return failed(calls, error)
  }
}

/**
 * A call that fails is undone alone; when the transaction itself fails, so do all its calls. As almost none ever fails, a
 * group is first run without a way back for each call, and once more, with one, where some call has failed.
 */
async function inTransaction(door: Door, calls: Call[], perform: Perform): Promise<Outcome[]> {
  const hopeful = () => together(door, calls, (call) => allowed(door, call, perform))
  const careful = () => each(calls, (call) => undoable(door, call, perform))
  let run = calls.length > 1 ? hopeful : careful
  for (let tries = 1; ;) {
    let outcomes: Outcome[] | null = null
    try {
      if (door.isOpen) await door.exec('ROLLBACK')
      await door.begin(calls)
      outcomes = await run()
      await door.exec('COMMIT')
      return outcomes
    } catch (error) {
      const failedAtOne = outcomes === null && door.isOpen
      await abandon(door)
      if (door.mayTryAgain(error) && tries < TRIES) tries++
      else if (failedAtOne && run === hopeful) run = careful
      else return failed(calls, error)
    }
  }
}

/** Answers whoever may not write any more without a word to the database; throws with the call that fails. */
async function allowed(door: Door, call: Call, perform: Perform): Promise<Outcome> {
  try {
    door.check(call)
  } catch (error) {
    return { n: call.n, failure: failureOf(error) }
  }
  return { n: call.n, value: await perform(call) }
}

function failed(calls: Call[], error: unknown): Outcome[] {
  const failure = failureOf(error)
  return calls.map(({ n }) => ({ n, failure }))
}

/** Throws only when the database has ended the whole transaction, as SQLite may on a full disk, or wants it run again. */
async function undoable(door: Door, call: Call, perform: Perform): Promise<Outcome> {
  await door.exec('SAVEPOINT one')
  try {
    door.check(call)
    const value = await perform(call)
    await door.exec('RELEASE one')
    return { n: call.n, value }
  } catch (error) {
    if (!door.isOpen || door.mayTryAgain(error)) throw error
    await door.exec('ROLLBACK TO one; RELEASE one')
    return { n: call.n, failure: failureOf(error) }
  }
}

async function abandon(door: Door): Promise<void> {
  try {
    door.owed.clear()
    if (door.isOpen) await door.exec('ROLLBACK')
  } catch {
    // The next group tries again before it begins.
  }
}
