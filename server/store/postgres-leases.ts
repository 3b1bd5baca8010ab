// Who runs which workshop, in the database itself: what grants the lease is what refuses an old one. Built by opening.ts.
// A node that gives no sign for some seconds is taken for dead; its workshops are free for whoever is asked for them next.
import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Leases } from '../cluster/cluster.ts'
import { connect } from './postgres-door.ts'
import { StoreUnavailable } from './errors.ts'
import { slot } from './postgres-locks.ts'
import { migratePostgres } from './postgres-schema.ts'

const BEAT = 1000
/** Seconds. */
const LIFE = 8

/** A server that was away was away for everybody: its start counts as a sign of each of them. */
const ALIVE = `greatest(until, pg_postmaster_start_time() + interval '${LIFE} seconds') > clock_timestamp()`
/** One question for all of it, as a node that has much to do may be long in asking: who lives, and what it runs itself. */
const SIGN = `
  WITH
    sign AS (
      INSERT INTO nodes (id, until) VALUES ($1, clock_timestamp() + interval '${LIFE} seconds')
      ON CONFLICT (id) DO UPDATE SET until = excluded.until),
    tidy AS (DELETE FROM nodes WHERE id <> $1 AND until < clock_timestamp() - interval '1 hour')
  SELECT id, NULL AS workshop, NULL AS fence FROM nodes WHERE ${ALIVE}
  UNION ALL SELECT NULL, workshop, fence FROM leases WHERE node = $1`
const LEASE = 'SELECT node, fence FROM leases WHERE workshop = $1'
const CLAIM = `
  INSERT INTO leases AS l (workshop, node, fence) VALUES ($1, $2, 1)
  ON CONFLICT (workshop) DO UPDATE SET node = $2, fence = l.fence + 1
  WHERE NOT EXISTS (SELECT 1 FROM nodes WHERE id = l.node AND ${ALIVE}) OR l.node = $2
  RETURNING fence`

interface Living {
  id: string | null
}
interface Held {
  workshop: string | null
  fence: number | null
}

/** `url` as of the store. Signs in at once, and every second from then on. Rejects with StoreUnavailable. */
export async function openLeases(url: string): Promise<Leases> {
  const node = randomUUID()
  const held = new Map<string, number>()
  let alive = new Set<string>([node])
  let hears = { turned: (_workshop: string): void => undefined, dead: (_node: string): void => undefined }
  const ask = asker(url)
  // On a way of its own: whoever waits for the lock of a workshop must not keep this node from signing in.
  const sign = asker(url)
  const lose = (workshop: string) => {
    if (held.delete(workshop)) hears.turned(workshop)
  }

  /** A process that stood still, or was cut off, cannot know whether it is still the one: it has to ask. */
  let sure = -Infinity
  const isSure = () => performance.now() - sure < LIFE * 1000
  const leaseOf = async (workshop: string) => {
    const rows = await ask<{ node: string; fence: number }>(LEASE, [workshop])
    return rows[0]
  }

  async function beat(): Promise<void> {
    const began = performance.now()
    // Those that are granted while the question is under way may be missing in its answer.
    const asked = new Map(held)
    const rows = await sign<Living & Held>(SIGN, [node])
    const before = alive
    alive = new Set([node, ...rows.flatMap(({ id }) => id ?? [])])
    for (const gone of before) if (!alive.has(gone)) hears.dead(gone)
    const still = new Map(rows.map(({ workshop, fence }) => [workshop, fence]))
    for (const [workshop, fence] of asked)
      if (held.get(workshop) === fence && (still.get(workshop) ?? fence - 1) < fence) lose(workshop)
    sure = began
  }
  /** One question at a time for each workshop: a second one would begin another tenure. */
  const claiming = new Map<string, Promise<{ node: string; fence: number }>>()
  async function claim(workshop: string): Promise<{ node: string; fence: number }> {
    const fence = held.get(workshop)
    if (fence !== undefined) {
      const now = isSure() ? { node, fence } : await leaseOf(workshop)
      if (now?.node === node && now.fence === fence) return now
      lose(workshop)
    }
    const granted = await ask.alone<{ fence: number }>(slot(workshop), CLAIM, [workshop, node])
    if (granted[0]) {
      held.set(workshop, granted[0].fence)
      hears.turned(workshop)
      return { node, fence: granted[0].fence }
    }
    const row = await leaseOf(workshop)
    if (!row) throw new Error(`nobody runs ${workshop}`)
    alive.add(row.node)
    return row
  }

  await beat()
  let beating: Promise<void> | null = null
  const timer = setInterval(() => {
    beating ??= beat()
      .catch(() => undefined)
      .finally(() => (beating = null))
  }, BEAT)

  return {
    node,
    fenceOf: (workshop) => (isSure() ? (held.get(workshop) ?? null) : null),
    isAlive: (other) => alive.has(other),
    lose,
    watch: (given) => void (hears = given),
    claim(workshop) {
      const under = claiming.get(workshop) ?? claim(workshop).finally(() => claiming.delete(workshop))
      claiming.set(workshop, under)
      return under
    },
    async close() {
      clearInterval(timer)
      await beating
      await ask('DELETE FROM nodes WHERE id = $1', [node]).catch(() => undefined)
      await Promise.all([ask.end(), sign.end()])
    },
  }
}

interface Ask {
  <Row>(text: string, values?: unknown[]): Promise<Row[]>
  /** Once nothing is under way on that workshop any more. */
  alone<Row>(lock: number, text: string, values: unknown[]): Promise<Row[]>
  end(): Promise<void>
}

/** Questions one after the other on one connection, which is opened again after it was lost. */
function asker(url: string): Ask {
  let client: Client | null = null
  let last: Promise<unknown> = Promise.resolve()
  const hangUp = () => {
    client?.end().catch(() => undefined)
    client = null
  }
  const inTurn = <T>(fn: (one: Client) => Promise<T>): Promise<T> => {
    const run = last.then(async () => {
      client ??= await connect(url, migratePostgres)
      return fn(client)
    })
    last = run.catch(hangUp)
    return run.catch((error: unknown) => {
      throw new StoreUnavailable(error instanceof Error ? error.message : String(error))
    })
  }
  const ask = <Row>(text: string, values: unknown[] = []) =>
    inTurn(async (one) => (await one.query(text, values)).rows as Row[])
  return Object.assign(ask, {
    alone: <Row>(lock: number, text: string, values: unknown[]) =>
      inTurn(async (one) => {
        await one.query('BEGIN')
        await one.query('SELECT pg_advisory_xact_lock($1)', [lock])
        const { rows } = await one.query(text, values)
        await one.query('COMMIT')
        return rows as Row[]
      }),
    async end() {
      await last
      hangUp()
    },
  })
}
