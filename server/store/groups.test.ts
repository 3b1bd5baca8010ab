// Group commit: one transaction for all that arrives together, and what becomes of it when the disk says no.
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeSeat } from './contract-samples.ts'
import { createGroups } from './groups.ts'
import type { Groups, Outcome } from './groups.ts'
import { migrate } from './schema.ts'
import { sqliteDoor } from './sql.ts'

let db: DatabaseSync
let groups: Groups
let windows: (() => void)[]
let replies: Outcome[][]

beforeEach(() => {
  db = new DatabaseSync(':memory:')
  migrate(db)
  windows = []
  replies = []
  groups = createGroups({
    door: sqliteDoor(db),
    later: (run) => windows.push(run),
    reply: (outcomes) => replies.push(outcomes),
  })
})

afterEach(() => db.close())

let n = 0
function push(method: string, ...args: unknown[]): number {
  groups.push({ n: ++n, method, args, now: 0 })
  return n
}

function append(bytes: Uint8Array = new Uint8Array([1])): number {
  return push('docs.append', 'w1', 'plan', bytes)
}

/** Ends the window and answers what the group answered. */
async function endWindow(): Promise<Outcome[]> {
  windows.splice(0).forEach((run) => run())
  await groups.drain()
  return replies.splice(0).flat()
}

function failures(outcomes: Outcome[]): string[] {
  return outcomes.flatMap((outcome) => ('failure' in outcome ? [outcome.failure.name] : []))
}

test('what arrives in one window is one transaction, answered after its commit', async () => {
  const exec = vi.spyOn(db, 'exec')
  const sent = Array.from({ length: 50 }, () => append())
  expect(windows).toHaveLength(1)
  expect(replies).toEqual([])
  const outcomes = await endWindow()
  expect(outcomes).toEqual(sent.map((number, index) => ({ n: number, value: index + 1 })))
  expect(exec.mock.calls.filter(([text]) => text === 'COMMIT')).toHaveLength(1)
  expect(db.isTransaction).toBe(false)
})

test('a lone read waits for no window and opens no transaction; one behind a write waits for it', async () => {
  const exec = vi.spyOn(db, 'exec')
  const lone = push('docs.names', 'w1')
  await groups.drain()
  expect(replies.splice(0)).toEqual([[{ n: lone, value: [] }]])
  expect(exec).not.toHaveBeenCalled()
  append()
  const behind = push('docs.names', 'w1')
  await Promise.resolve()
  expect(replies).toEqual([])
  expect(await endWindow()).toContainEqual({ n: behind, value: ['plan'] })
})

test('a call that fails is undone alone', async () => {
  push('seats.add', makeSeat('w1', 's1'))
  append()
  push('seats.add', makeSeat('w1', 's1'))
  append()
  const outcomes = await endWindow()
  expect(outcomes.map((outcome) => 'failure' in outcome)).toEqual([false, false, true, false])
  expect(db.prepare('SELECT count(*) AS n FROM doc_rows').get()).toEqual({ n: 2 })
})

test('a full disk is said to those it hits; once there is room the next call succeeds', async () => {
  append()
  await endWindow()
  const pages = Number(db.prepare('PRAGMA page_count').get()?.page_count)
  db.exec(`PRAGMA max_page_count = ${pages}`)
  append(new Uint8Array(100_000))
  append()
  expect(failures(await endWindow())).toContain('StoreUnavailable')
  db.exec('PRAGMA max_page_count = 100000')
  append(new Uint8Array(100_000))
  expect(failures(await endWindow())).toEqual([])
  push('docs.load', 'w1', 'plan')
  const [loaded] = await endWindow()
  const seq = db.prepare('SELECT max(seq) AS seq, count(*) AS n FROM doc_rows').get()
  expect(loaded).toMatchObject({ value: { seq: seq?.seq } })
  expect(seq?.n).toBe(seq?.seq)
})

test('a read-only disk takes nothing and still tells what it has', async () => {
  append()
  await endWindow()
  db.exec('PRAGMA query_only = ON')
  append()
  push('ping')
  expect(failures(await endWindow())).toEqual(['StoreUnavailable', 'StoreUnavailable'])
  push('docs.load', 'w1', 'plan')
  expect(await endWindow()).toMatchObject([{ value: { seq: 1 } }])
  db.exec('PRAGMA query_only = OFF')
  push('ping')
  expect(failures(await endWindow())).toEqual([])
})

test('when the commit fails nobody of the group is told that it succeeded, even if undoing fails too', async () => {
  const real = DatabaseSync.prototype.exec.bind(db)
  const exec = vi.spyOn(db, 'exec').mockImplementation((text) => {
    if (['COMMIT', 'ROLLBACK'].includes(text)) throw Object.assign(new Error('disk is full'), { errcode: 13 })
    real(text)
  })
  append()
  push('docs.load', 'w1', 'plan')
  expect(failures(await endWindow())).toEqual(['StoreUnavailable', 'StoreUnavailable'])
  exec.mockRestore()
  append()
  expect(await endWindow()).toMatchObject([{ value: 1 }])
})

test('when SQLite ends the transaction midway the group fails as one, and the next one succeeds', async () => {
  db.exec(`CREATE TRIGGER fault BEFORE INSERT ON doc_rows WHEN NEW.bytes = x'99'
    BEGIN SELECT RAISE(ROLLBACK, 'the disk gave up'); END`)
  append()
  append(new Uint8Array([0x99]))
  append()
  push('ping')
  expect(failures(await endWindow())).toHaveLength(4)
  expect(db.prepare('SELECT count(*) AS n FROM doc_rows').get()).toEqual({ n: 0 })
  append()
  expect(await endWindow()).toMatchObject([{ value: 1 }])
})

test('a group of which no call fails needs no way back for each of them', async () => {
  const exec = vi.spyOn(db, 'exec')
  for (let i = 0; i < 20; i++) append()
  await endWindow()
  expect(exec.mock.calls.map(([text]) => text)).toEqual(['BEGIN IMMEDIATE', 'COMMIT'])
})
