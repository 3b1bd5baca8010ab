// The PostgreSQL of sql.ts: one connection that is opened when it is needed, and again after it was lost. Made by postgres.ts.
import { crc32 } from 'node:zlib'
import pg from 'pg'
import { Fenced, StoreUnavailable } from './errors.ts'
import type { Call } from './operations.ts'
import { locksOf, nameOf } from './postgres-locks.ts'
import { VACUUM, type Door, type Forgetting, type Sql, type Value } from './sql.ts'
import { SQL } from './statements.ts'

export interface PostgresDoor extends Door {
  /** The connection, ready for use. Rejects with StoreUnavailable. */
  client(): Promise<pg.Client>
  close(): Promise<void>
}

/** Milliseconds. */
const CONNECT = 5000
const ANSWER = 15_000
const INT8 = 20
const BYTEA = 17
/** Errors of these classes tell of our own statement, not of the server: data, constraints, syntax. */
const OURS = new Set(['22', '23', '42'])
const IN_THE_WAY = new Set(['40P01', '40001'])
/** Said to every question of a transaction in which an earlier one has failed. */
const ABORTED = '25P02'
const DAMAGED = new Set(['XX001', 'XX002'])

const LOCK = `
  SELECT CASE WHEN alone THEN pg_advisory_xact_lock(n)::text ELSE pg_advisory_xact_lock_shared(n)::text END
  FROM unnest($1::bigint[], $2::boolean[]) AS wanted(n, alone)`

/** `prepare` runs on every new connection before it is used; where it rejects, there is none. */
export function createPostgresDoor(url: string, prepare: (client: pg.Client) => Promise<void>): PostgresDoor {
  let current: Promise<pg.Client> | null = null
  let isOpen = false
  let fences: ReadonlyMap<string, number> = new Map()
  const owed = new Set<Forgetting>()

  const hangUp = () => {
    const left = current
    current = null
    isOpen = false
    left?.then((one) => one.end()).catch(() => undefined)
  }
  const client = () => {
    const opening = (current ??= connect(url, prepare).then((one) => {
      one.on('end', () => current === opening && hangUp())
      return one
    }))
    return opening.catch((error: unknown) => {
      if (current === opening) current = null
      throw unavailable(error)
    })
  }
  const send = async <Row>(what: pg.QueryConfig | string): Promise<Row[]> => {
    const one = await client()
    try {
      const { rows } = await one.query(what)
      return rows as Row[]
    } catch (error) {
      if (isOwn(error)) throw error
      if (codeOf(error) !== ABORTED) hangUp()
      throw unavailable(error)
    }
  }
  const query = <Row>(text: string, values: unknown[] = []) => send<Row>({ ...statement(text), values })
  const exec = async (text: string) => {
    await send(text)
    if (text === 'COMMIT' || text === 'ROLLBACK') isOpen = false
  }
  return {
    sql: sqlOf(query, owed),
    owed,
    takesSeveral: true,
    get isOpen() {
      return isOpen
    },
    async begin(calls) {
      await exec('BEGIN')
      isOpen = true
      const { locks, alone } = locksOf(calls)
      if (locks.length > 0) await query(LOCK, [locks, alone])
      fences = await fencesOf(calls, query)
    },
    check({ args, fence }) {
      const workshop = nameOf(args[0])
      if (fence !== undefined && fences.get(workshop) !== fence) throw new Fenced(workshop)
    },
    exec,
    async reading(fn) {
      await exec('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
      isOpen = true
      try {
        return await fn()
      } finally {
        if (isOpen) await exec('COMMIT')
      }
    },
    mayTryAgain: (error) => IN_THE_WAY.has(codeOf(error)),
    client,
    async close() {
      const one = await current?.catch(() => null)
      current = null
      await one?.end().catch(() => undefined)
    },
  }
}

type Query = <Row>(text: string, values?: unknown[]) => Promise<Row[]>

function sqlOf(query: Query, owed: Set<Forgetting>): Sql {
  const run = async (text: string, ...values: Value[]) => void (await query(text, values))
  return {
    run,
    all: (text, ...values) => query(text, values),
    async forget(how) {
      if (how === 'everywhere') await run(SQL.addChore, VACUUM)
      owed.add(how)
    },
    leavesGaps: false,
  }
}

/** The newest fences of the workshops that these calls write to: with their locks held, they stay so until the commit. */
async function fencesOf(calls: readonly Call[], query: Query): Promise<ReadonlyMap<string, number>> {
  const names = calls.filter(({ fence }) => fence !== undefined).map(({ args }) => nameOf(args[0]))
  if (names.length === 0) return new Map()
  const text = 'SELECT workshop, fence FROM leases WHERE workshop = ANY($1)'
  const rows = await query<{ workshop: string; fence: number }>(text, [[...new Set(names)]])
  return new Map(rows.map(({ workshop, fence }) => [workshop, fence]))
}

/** A connection with numbers as numbers and bytes as bytes, on which `prepare` has run. */
export async function connect(
  url: string,
  prepare: (client: pg.Client) => Promise<void>,
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT,
    query_timeout: ANSWER,
    keepAlive: true,
    pipeline: true,
    application_name: 'tablee',
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await prepare(client)
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  return client
}

/** Whole numbers as numbers, bytes as bytes of their own. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8) return Number
  if (oid === BYTEA) return (text: string) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
  return pg.types.getTypeParser(oid, format)
}

/** Our statements number their values `?1`; each text is prepared once for each connection, under its own name. */
function statement(text: string): { name: string; text: string } {
  const own = text.replaceAll(/\?(\d+)/g, '$$$1')
  return { name: `${own.length}.${crc32(own)}`, text: own }
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** Errors of our own statements and of rows; every other one ends the connection, and the next call opens another. */
function isOwn(error: unknown): boolean {
  const code = codeOf(error)
  return (
    code === ABORTED ||
    DAMAGED.has(code) ||
    (code.length === 5 && (OURS.has(code.slice(0, 2)) || IN_THE_WAY.has(code)))
  )
}

function unavailable(error: unknown): Error {
  if (error instanceof Error && error.name === 'DatabaseInUse') return error
  return new StoreUnavailable(error instanceof Error ? error.message : String(error))
}
