// The acceptance suite on a real PostgreSQL, and what only it can promise: locks between processes, a server that restarts.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startPostgres, type Service } from '../../tests/support/services.ts'
import { makeSeat, makeWorkshop, sessionAt, T0, textOf, updatesOf } from './contract-samples.ts'
import { storeContract } from './contract.ts'
import { Fenced, StoreUnavailable } from './errors.ts'
import { openLeases } from './postgres-leases.ts'
import { inPostgres } from './postgres-schema.ts'
import { openPostgresStore } from './postgres.ts'
import { MIGRATIONS } from './schema.ts'
import type { Store } from './store.ts'

let service: Service
beforeAll(async () => {
  service = await startPostgres()
}, 60_000)
afterAll(() => service.stop())

/** Tables of their own for each test. */
async function emptyDatabase(): Promise<string> {
  const name = `t${randomUUID().replaceAll('-', '')}`
  await asked(service.url, `CREATE SCHEMA ${name}`)
  return `${service.url}?options=-c%20search_path%3D${name}`
}

async function asked(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}

storeContract('postgres', async () => {
  const url = await emptyDatabase()
  let { store } = await openPostgresStore({ url })
  return {
    store,
    async reopen() {
      await store.close()
      store = (await openPostgresStore({ url })).store
      return store
    },
    close: () => store.close(),
  }
})

/** As if every process ran every workshop: what is left is what the locks of the database do. */
const UNASKED = { node: 'n', fenceOf: () => 1, claim: async () => ({ node: 'n', fence: 1 }) }

describe('one database and several processes', () => {
  let url: string
  const open: Store[] = []
  /** Alone, or as one of several whose leases are not looked at here. */
  const opened = async (together = true) => {
    const { store, secret } = await openPostgresStore({ url, ...(together ? { leases: UNASKED } : {}) })
    open.push(store)
    if (together) await asked(url, "INSERT INTO leases VALUES ('w1', 'n', 1) ON CONFLICT DO NOTHING")
    return { store, secret }
  }
  beforeEach(async () => {
    url = await emptyDatabase()
  })
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close()
  })

  test('a lone process keeps every other out; those that share it keep out a lone one', async () => {
    const { store } = await opened(false)
    await expect(opened(false)).rejects.toMatchObject({ name: 'DatabaseInUse' })
    await expect(opened(true)).rejects.toMatchObject({ name: 'DatabaseInUse' })
    await store.close()
    await opened(true)
    await opened(true)
    await expect(opened(false)).rejects.toMatchObject({ name: 'DatabaseInUse' })
  })

  test('the secret is made once and is the same for all', async () => {
    const [a, b] = [await opened(), await opened()]
    expect(a.secret).toHaveLength(32)
    expect(b.secret).toEqual(a.secret)
  })

  test('rows that two processes append to one document at once have one numbering, and none is lost', async () => {
    const { store: a } = await opened()
    const { store: b } = await opened()
    const words = Array.from({ length: 60 }, (_, index) => `${index} `)
    const appends = updatesOf(words).map((update, n) => (n % 2 ? a : b).docs.append('w1', 'board.a1', update))
    const compacting = [5, 20, 40].map((upTo) =>
      b.docs.compact('w1', 'board.a1', upTo).catch(() => undefined),
    )
    const numbers = await Promise.all(appends)
    await Promise.all(compacting)
    expect(numbers.sort((x, y) => x - y)).toEqual(words.map((_, index) => index + 1))
    const stored = await a.docs.load('w1', 'board.a1')
    expect(stored.seq).toBe(60)
    expect(textOf(stored)).toBe(words.join(''))
  })

  test('of commands computed from one revision one is stored; a seal and ballots on their way agree', async () => {
    const { store: a } = await opened()
    const { store: b } = await opened()
    await a.workshops.create(makeWorkshop('w1'), [])
    const sent = Array.from({ length: 80 }, (_, n) => ({ seat: `s${n % 40}`, id: `b${n}`, choice: { n } }))
    const puts = sent.map((one, n) => (n % 2 ? a : b).ballots.put('w1', { poll: 'p1', ...one }))
    const change = { session: sessionAt(1), from: 0, at: T0, seal: { poll: 'p1', result: {} } }
    const commits = [a, b].map((store) => store.workshops.commit('w1', change))
    expect((await Promise.all(commits)).sort()).toEqual(['ok', 'stale'])
    const taken = (await Promise.all(puts)).filter((answer) => typeof answer === 'object').length
    const receipts = await asked(url, 'SELECT count(*)::int AS n FROM receipts')
    expect(receipts).toEqual([{ n: taken }])
    const voters = await a.ballots.voters('w1', 'p1')
    expect(await b.ballots.all('w1', 'p1')).toHaveLength(voters.length)
    expect(await asked(url, 'SELECT count(*)::int AS n FROM ballots')).toEqual([{ n: 0 }])
  })

  test('one node runs a workshop; whoever holds an older lease writes nothing', async () => {
    const [a, b] = [await openLeases(url), await openLeases(url)]
    const turns: string[] = []
    b.watch({ turned: (workshop) => turns.push(workshop), dead: () => undefined })
    const { store } = await openPostgresStore({ url, leases: { ...a, fenceOf: () => 1 } })
    open.push(store)
    expect(await a.claim('w2')).toEqual({ node: a.node, fence: 1 })
    await store.workshops.create(makeWorkshop('w2'), [])
    expect(await a.claim('w2')).toEqual({ node: a.node, fence: 1 })
    expect(await b.claim('w2')).toEqual({ node: a.node, fence: 1 })
    expect(await store.docs.append('w2', 'plan', new Uint8Array([1]))).toBe(1)
    await a.close()
    expect(await b.claim('w2')).toEqual({ node: b.node, fence: 2 })
    expect(turns).toEqual(['w2'])
    await expect(store.docs.append('w2', 'plan', new Uint8Array([2]))).rejects.toBeInstanceOf(Fenced)
    const change = { session: sessionAt(1), from: 0, at: T0 }
    await expect(store.workshops.commit('w2', change)).rejects.toMatchObject({ workshop: 'w2' })
    expect(await store.docs.load('w2', 'plan')).toMatchObject({ seq: 1 })
    await b.close()
  })

  test('a server that restarts is missed while it is away, and nothing that was acknowledged is lost', async () => {
    const { store } = await opened(false)
    await store.seats.add(makeSeat('w1', 's1'))
    await service.restart()
    await expect
      .poll(() =>
        store.ping().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
    expect(await store.seats.list('w1')).toHaveLength(1)
    await service.stop()
    await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable)
    await expect(store.seats.list('w1')).rejects.toBeInstanceOf(StoreUnavailable)
    service = await startPostgres()
  })

  test('a server that may lose commits is not used', async () => {
    const loose = `${url}%20-c%20synchronous_commit%3Doff`
    await expect(openPostgresStore({ url: loose })).rejects.toThrow('synchronous_commit = off')
  })
})

test('every migration is in the words of PostgreSQL', () => {
  for (const text of MIGRATIONS.map(inPostgres))
    expect(text).not.toMatch(/STRICT|WITHOUT ROWID|BLOB|TEXT (?!COLLATE)/)
})
