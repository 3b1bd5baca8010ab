// The store on a PostgreSQL server: the same operations on the same tables, behind a connection. Called by main.ts.
import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import type { Leases } from '../cluster/cluster.ts'
import { DatabaseInUse, Fenced, StoreUnavailable } from './errors.ts'
import { createGroups } from './groups.ts'
import { isRead, storeOf } from './operations.ts'
import { createPending } from './pending.ts'
import { connect, createPostgresDoor } from './postgres-door.ts'
import { nameOf } from './postgres-locks.ts'
import { keepSecret, migratePostgres } from './postgres-schema.ts'
import { createVacuum } from './postgres-vacuum.ts'
import type { Store } from './store.ts'

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  url: string
  /** Milliseconds; tells when a workshop was last touched by a change that brings no time of its own. */
  clock?: () => number
  /** Several processes work on this database, each on the workshops that it holds the lease of. */
  leases?: Pick<Leases, 'claim' | 'fenceOf' | 'node'>
}

/** What arrives within this time is one transaction. */
const GROUP_MS = 5
/** Whoever holds this lock works on the database: one process alone, or several that share it. */
const HOUSE = 7_351_001

/** A process that stands still in the middle of a transaction must not hold up those that take over from it. */
const PATIENCE = '5s'

/** Settings without which a commit is not on disk when it returns. */
const NEEDED = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/**
 * Rejects with DatabaseInUse when another process holds the database, with StoreUnavailable when it cannot be reached.
 * The lock goes with the connection, so a restart after a crash is immediate; a connection that was lost takes it again.
 */
export async function openPostgresStore(options: PostgresOptions): Promise<{ store: Store; secret: Buffer }> {
  const { url, clock = Date.now, leases } = options
  const door = createPostgresDoor(url, (client) => prepare(client, leases !== undefined))
  const pending = createPending()
  const vacuum = createVacuum(url)
  const groups = createGroups({
    door,
    later: (run) => void setTimeout(run, GROUP_MS),
    reply: (outcomes) => outcomes.forEach(pending.settle),
    committed: (owed) => vacuum.settle(owed),
  })
  let closing: Promise<void> | null = null
  const call = async (method: string, args: unknown[]) => {
    if (closing) throw new StoreUnavailable('the store is closed')
    const copy = structuredClone(args)
    // At once where the lease is held, so that calls keep their order.
    const name = leases && isClaimed(method) ? nameOf(copy[0]) : null
    const fence = leases && name !== null ? (leases.fenceOf(name) ?? (await fenceFor(leases, name))) : null
    const { n, answer } = pending.add()
    groups.push({ n, method, args: copy, now: clock(), ...(fence === null ? {} : { fence }) })
    return answer
  }
  const close = () =>
    (closing ??= groups
      .drain()
      .then(() => Promise.all([vacuum.close(), door.close()]))
      .then(() => undefined))
  try {
    const secret = await keepSecret(await door.client(), randomBytes(32).toString('hex'))
    return { store: storeOf(call, close), secret: Buffer.from(secret, 'hex') }
  } catch (error) {
    await close()
    throw error
  }
}

/** What changes a workshop that is there already; tours are changed by compare-and-set, from anywhere. */
function isClaimed(method: string): boolean {
  return !isRead({ method }) && !/^(ping|tours\..*)$/.test(method)
}

/** A workshop that nobody runs is taken by whoever writes to it. */
async function fenceFor(
  leases: Pick<Leases, 'claim' | 'fenceOf' | 'node'>,
  workshop: string,
): Promise<number> {
  const { node, fence } = await leases.claim(workshop)
  if (node !== leases.node) throw new Fenced(workshop)
  return fence
}

/** A connection to the database, held by this process alone until it ends, with the newest tables. For moving. */
export function connectPostgres(url: string): Promise<Client> {
  return connect(url, (client) => prepare(client, false))
}

/** A connection is used only where a commit on it is durable, nobody else is in the way, and the tables are ours. */
async function prepare(client: Client, together: boolean): Promise<void> {
  for (const [name, value] of Object.entries(NEEDED)) {
    const { rows } = await client.query<Record<string, string>>(`SHOW ${name}`)
    const [said] = Object.values(rows[0] ?? {})
    if (said !== value) throw new Error(`PostgreSQL answers ${name} = ${String(said)}, ${value} is needed`)
  }
  await client.query(`SET idle_in_transaction_session_timeout = '${PATIENCE}'`)
  const take = together ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock'
  const { rows } = await client.query<{ held: boolean }>(`SELECT ${take}(${HOUSE}) AS held`)
  if (!rows[0]?.held) throw new DatabaseInUse('the database of DATABASE_URL is in use by another process')
  await migratePostgres(client)
}
