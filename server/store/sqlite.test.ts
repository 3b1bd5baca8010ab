// What only a store on disk can promise: its lock, kill -9, damage, and what the bytes of its files do not tell.
import { crc32 } from 'node:zlib'
import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeSeat, makeWorkshop, sessionAt, T0, textOf, updatesOf } from './contract-samples.ts'
import { DamagedDoc, DataDirInUse, StoreUnavailable } from './errors.ts'
import { openDatabase } from './sql.ts'
import { openSqliteStore } from './sqlite.ts'
import type { Store } from './store.ts'

let dir: string
let stores: Store[]
let children: ChildProcess[]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tablee-sqlite-'))
  stores = []
  children = []
})

afterEach(async () => {
  for (const store of stores) await store.close()
  for (const child of children) child.kill('SIGKILL')
  rmSync(dir, { recursive: true })
})

async function open(): Promise<Store> {
  const store = await openSqliteStore({ dir })
  stores.push(store)
  return store
}

/** A second process with `store` open on the same directory and `updates` at hand; its lines, as they come. */
function inAnotherProcess(body: string): { child: ChildProcess; lines: AsyncIterator<string> } {
  const script = `
    import { openSqliteStore } from ${JSON.stringify(new URL('./sqlite.ts', import.meta.url).href)}
    try {
      const store = await openSqliteStore({ dir: ${JSON.stringify(dir)} })
      ${body}
    } catch (error) {
      console.log(error.name, error.dir)
      process.exitCode = 3
    }`
  const file = join(dir, `child${children.length}.mjs`)
  writeFileSync(file, script)
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once('exit', resolve))
  return child.exitCode
}

/** Read by another process: closing a descriptor of a database in this one would free SQLite's locks. */
function bytes(): string {
  const files = ['tablee.db', 'tablee.db-wal']
    .map((name) => join(dir, name))
    .filter((file) => existsSync(file))
  return execFileSync('cat', files, { maxBuffer: 2 ** 28 }).toString('latin1')
}

/** Looks into the file beside the store. */
function query(text: string): Record<string, unknown>[] {
  const db = new DatabaseSync(join(dir, 'tablee.db'), { timeout: 1000 })
  const rows = db.prepare(text).all()
  db.close()
  return rows
}

describe('the file', () => {
  test('every commit waits for the disk and every deletion overwrites', () => {
    const db = openDatabase(join(dir, 'tablee.db'))
    const read = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
    expect(['journal_mode', 'synchronous', 'secure_delete'].map(read)).toEqual(['wal', 2, 1])
    db.close()
  })

  test('a database that cannot keep that promise is refused', () => {
    expect(() => openDatabase(':memory:')).toThrow('journal_mode')
  })

  test('the directory is made for its owner alone', async () => {
    const inner = join(dir, 'made', 'here')
    const store = await openSqliteStore({ dir: inner })
    await store.close()
    expect(statSync(inner).mode & 0o777).toBe(0o700)
  })

  test('what is no database of ours is refused, and the directory is free again', async () => {
    writeFileSync(join(dir, 'tablee.db'), 'This is a letter, not a database.'.repeat(100))
    await expect(open()).rejects.toBeInstanceOf(StoreUnavailable)
    rmSync(join(dir, 'tablee.db'))
    await expect((await open()).ping()).resolves.toBeUndefined()
  })

  test('a file of a newer version is refused and left as it is', async () => {
    await (await open()).close()
    query('PRAGMA user_version = 99')
    await expect(open()).rejects.toThrow('newer version')
    expect(query('PRAGMA user_version')).toEqual([{ user_version: 99 }])
  })

  test('while another program holds the file nothing is taken; afterwards everything is, without a restart', async () => {
    const store = await open()
    const other = new DatabaseSync(join(dir, 'tablee.db'))
    other.exec('BEGIN IMMEDIATE')
    await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable)
    expect(await store.docs.load('w1', 'plan')).toEqual({ updates: [], seq: 0 })
    other.exec('ROLLBACK')
    other.close()
    await expect(store.ping()).resolves.toBeUndefined()
  })
})

describe('the lock', () => {
  test('a second process is told that the directory is in use', async () => {
    await open()
    const { child, lines } = inAnotherProcess('')
    expect((await lines.next()).value).toBe(`DataDirInUse ${dir}`)
    expect(await ended(child)).toBe(3)
  })

  test('so is this process, until the store is closed', async () => {
    const store = await open()
    await expect(open()).rejects.toBeInstanceOf(DataDirInUse)
    await store.close()
    await open()
  })

  test('after kill -9 of its holder the directory is free at once', async () => {
    const { child, lines } = inAnotherProcess(`console.log('open'); setInterval(() => {}, 1000)`)
    expect((await lines.next()).value).toBe('open')
    await expect(open()).rejects.toBeInstanceOf(DataDirInUse)
    child.kill('SIGKILL')
    await ended(child)
    await open()
  })
})

describe('kill -9', () => {
  const APPENDING = `
    for (let value = 1; ; value++) {
      const docs = ['board.a1', 'pad.a1.s1', 'pad.a1.s2']
      const bytes = new Uint8Array(40 + value).fill(value)
      await Promise.all(docs.map((doc) => store.docs.append('w1', doc, bytes).then((seq) => console.log(doc, seq))))
    }`

  test.each([1, 20, 60, 150])(
    'what was acknowledged is there again after it (%i acknowledged)',
    async (enough) => {
      const { child, lines } = inAnotherProcess(APPENDING)
      const acknowledged = new Map<string, number>()
      for (let n = 0; ; n++) {
        if (n === enough) child.kill('SIGKILL')
        const { value, done } = await lines.next()
        if (done) break
        const [doc = '', seq] = value.split(' ')
        acknowledged.set(doc, Number(seq))
      }
      await ended(child)
      const store = await open()
      for (const [doc, seq] of acknowledged) {
        const stored = await store.docs.load('w1', doc)
        expect(stored.seq).toBeGreaterThanOrEqual(seq)
        expect(stored.updates).toEqual(
          stored.updates.map((_, index) => new Uint8Array(41 + index).fill(index + 1)),
        )
      }
      expect(acknowledged.size).toBeGreaterThan(0)
    },
  )
})

describe('damage', () => {
  async function damaged(text: string): Promise<Store> {
    const store = await open()
    for (const doc of ['board.a1', 'board.a2'])
      for (const update of updatesOf(['one ', 'two ', 'three '])) await store.docs.append('w1', doc, update)
    await store.docs.compact('w1', 'board.a1', 1)
    query(text)
    return store
  }

  const HARMS = {
    'a flipped row': `UPDATE doc_rows SET bytes = x'0001' WHERE doc = 'board.a1' AND seq = 2`,
    'a damaged snapshot': `UPDATE doc_rows SET crc = crc + 1 WHERE doc = 'board.a1' AND seq = 1`,
    'a missing row': `DELETE FROM doc_rows WHERE doc = 'board.a1' AND seq = 2`,
    'a missing snapshot': `DELETE FROM doc_rows WHERE doc = 'board.a1' AND seq = 1`,
    'a row of another document': `
      UPDATE doc_rows SET (crc, bytes) = (SELECT crc, bytes FROM doc_rows WHERE doc = 'board.a2' AND seq = 3)
      WHERE doc = 'board.a1' AND seq = 3`,
  }

  test.each(Object.entries(HARMS))('%s closes that document alone', async (_name, harm) => {
    const store = await damaged(harm)
    const error = await store.docs.load('w1', 'board.a1').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DamagedDoc)
    expect(error).toMatchObject({ workshop: 'w1', doc: 'board.a1' })
    const before = query(`SELECT * FROM doc_rows`)
    await expect(store.docs.compact('w1', 'board.a1', 3)).rejects.toBeInstanceOf(DamagedDoc)
    expect(query(`SELECT * FROM doc_rows`)).toEqual(before)
    expect(textOf(await store.docs.load('w1', 'board.a2'))).toBe('one two three ')
    await store.docs.erase('w1', ['board.a1'])
    expect(await store.docs.load('w1', 'board.a1')).toEqual({ updates: [], seq: 0 })
  })

  test('a sound row that slipped in from another document is not taken into the repaired one', async () => {
    const store = await damaged(HARMS['a row of another document'])
    expect(await store.docs.repair('w1', 'board.a1')).toEqual({ rows: 3, damaged: 1 })
    expect(textOf(await store.docs.load('w1', 'board.a1'))).toBe('one two ')
  })

  test('a document whose rows no deletion finds, as the order of the table is broken, stays closed', async () => {
    const store = await damaged('SELECT 1')
    await store.close()
    const file = join(dir, 'tablee.db')
    const sound = readFileSync(file)
    const outcomes = new Set<string>()
    for (let at = sound.indexOf('w1board.a2'); at >= 0; at = sound.indexOf('w1board.a2', at + 1)) {
      const harmed = Buffer.from(sound)
      harmed.write('w1board.a1', at)
      writeFileSync(file, harmed)
      const again = await open()
      const load = () => again.docs.load('w1', 'board.a1').then(textOf, (error: Error) => error.name)
      outcomes.add(
        await again.docs.repair('w1', 'board.a1').then(load, (error: Error) => `closed: ${error.name}`),
      )
      await again.close()
    }
    expect([...outcomes].sort()).toEqual(['closed: DamagedDoc', 'one two three '])
  })

  test('rows whose checksum is of their bytes alone, as it was once written, are sound', async () => {
    const store = await open()
    const [update] = updatesOf(['old '])
    await store.docs.append('w1', 'board.a1', update!)
    query(`UPDATE doc_rows SET crc = ${crc32(update!)}`)
    expect(textOf(await store.docs.load('w1', 'board.a1'))).toBe('old ')
  })
})

describe('what the files do not tell', () => {
  test('an erased workshop is in none of their bytes', async () => {
    const store = await open()
    const mark = 'PLANTED'
    for (const id of ['w1', 'w2']) await store.workshops.create(makeWorkshop(id), [makeSeat(id, 's1')])
    await store.seats.rename('w1', 's1', `${mark} name`)
    const words = Array.from({ length: 50 }, (_, index) => `${mark} ${index} ${'x'.repeat(index * 9)}`)
    for (const update of updatesOf(words)) {
      await Promise.all([
        store.docs.append('w1', 'board.a1', update),
        store.docs.append('w2', 'plan', new Uint8Array(50)),
      ])
    }
    const checkpoint = { activity: 'a1', step: 'write', at: T0, notes: words }
    await store.workshops.commit('w1', { session: sessionAt(1), from: 0, at: T0, checkpoint })
    expect(bytes()).toContain(mark)
    await store.workshops.erase('w1')
    expect(statSync(join(dir, 'tablee.db-wal')).size).toBe(0)
    await store.close()
    expect(bytes()).not.toContain(mark)
    expect(bytes()).toContain('Workshop w2')
  })

  test('erasing empties every table that has a column for the workshop', async () => {
    const store = await open()
    const tables = query(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%workshop TEXT%'`)
    for (const { name } of tables) {
      const columns = query(`PRAGMA table_info(${String(name)})`)
      const values = columns.map(
        (column) => ({ TEXT: `'w1'`, BLOB: `x'01'`, INTEGER: '1' })[String(column.type)],
      )
      query(`INSERT INTO ${String(name)} VALUES (${values.join()})`)
    }
    expect(tables.length).toBeGreaterThan(5)
    await store.workshops.erase('w1')
    const left = tables.map(({ name }) => query(`SELECT count(*) AS n FROM ${String(name)}`)[0]?.n)
    expect(left).toEqual(tables.map(() => 0))
  })

  test('copies that SQLite left in the corners of pages go when the store has a quiet moment', async () => {
    const store = await open()
    await store.docs.append('w1', 'plan', new Uint8Array([1]))
    await store.docs.erase('w1', ['plan'])
    expect(query('SELECT name FROM chores')).toEqual([{ name: 'vacuum' }])
    await expect.poll(() => query('SELECT name FROM chores'), { timeout: 5000, interval: 100 }).toEqual([])
    expect(await store.docs.append('w1', 'plan', new Uint8Array([1]))).toBe(1)
  })

  test('a crash before that moment does not cancel it', async () => {
    const erasing = `await store.docs.erase('w1', []); console.log('erased'); setInterval(() => {}, 1000)`
    const { child, lines } = inAnotherProcess(erasing)
    expect((await lines.next()).value).toBe('erased')
    child.kill('SIGKILL')
    await ended(child)
    expect(query('SELECT name FROM chores')).toEqual([{ name: 'vacuum' }])
    await (await open()).close()
    expect(query('SELECT name FROM chores')).toEqual([])
  })
})

describe('a sealed poll on disk', () => {
  const hands = Array.from({ length: 200 }, (_, index) => ({
    seat: `seat-${index * 7919}`,
    choice: { option: `choice-${index * 6007}`, reason: 'r'.repeat(index) },
  }))

  async function voted(store: Store): Promise<void> {
    await store.workshops.create(makeWorkshop('w1'), [])
    // Many hands change their mind, so that pages split and rows move.
    for (const turn of ['first', 'second']) {
      const ballots = hands.map(({ seat, choice }, index) => {
        const ballot = { seat, id: `${turn}-${index}`, choice: { ...choice, turn } }
        return Promise.all(['p1', 'p2'].map((poll) => store.ballots.put('w1', { poll, ...ballot })))
      })
      await Promise.all(ballots)
    }
  }

  function seal(store: Store, poll: string, from: number): Promise<unknown> {
    const change = {
      session: sessionAt(from + 1),
      from,
      at: T0,
      seal: { poll, result: { voters: hands.length } },
    }
    return store.workshops.commit('w1', change)
  }

  test('holds no row and no bytes that pair a seat with a choice, in db and wal', async () => {
    const store = await open()
    await voted(store)
    expect(bytes()).toMatch(/seat-\d+first-\d+.{0,4}\{"option"/s)
    await seal(store, 'p1', 0)
    await seal(store, 'p2', 1)
    const left = bytes()
    expect(left).not.toMatch(/seat-\d+(first|second)-\d+.{0,4}\{/s)
    // Each bare choice that counts is there once for each poll; what was replaced is nowhere.
    expect(left).not.toContain('"turn":"first"')
    expect(left.split('"turn":"second"')).toHaveLength(2 * hands.length + 1)
    const tables = query(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    const rows = tables
      .flatMap(({ name }) => query(`SELECT * FROM ${String(name)}`))
      .map((row) => JSON.stringify(row))
    expect(rows.filter((row) => row.includes('seat-')).length).toBeGreaterThan(hands.length)
    expect(rows.filter((row) => row.includes('seat-') && row.includes('choice-'))).toEqual([])
    expect(statSync(join(dir, 'tablee.db-wal')).size).toBe(0)
  })

  test('leaves the ballots of an open one as they are', async () => {
    const store = await open()
    await voted(store)
    await seal(store, 'p1', 0)
    expect(await store.ballots.all('w1', 'p2')).toEqual(await store.ballots.all('w1', 'p1'))
    const [hand] = hands
    expect(await store.ballots.mine('w1', 'p2', String(hand?.seat))).toEqual({
      ...hand?.choice,
      turn: 'second',
    })
    expect(query(`SELECT DISTINCT poll FROM ballots`)).toEqual([{ poll: 'p2' }])
  })

  test('has neither rowid nor time beside its choices, voters and receipts', async () => {
    await open()
    for (const table of ['ballots', 'choices', 'voters', 'receipts']) {
      const [row] = query(`SELECT sql FROM sqlite_schema WHERE name = '${table}'`)
      expect(row?.sql).toContain('WITHOUT ROWID')
      const columns = query(`PRAGMA table_info(${table})`).map((column) => column.name)
      expect(columns.filter((name) => /^at$|_at$|time|date/.test(String(name)))).toEqual([])
    }
  })
})
