// Opens what is durable as the configuration says: a file in DATA_DIR, or a PostgreSQL server. Called by main.ts and fault tests.
import type { Clock } from '../shared/clock.ts'
import type { Cluster } from './cluster/cluster.ts'
import { createNodes } from './cluster/nodes.ts'
import { createRedisBus } from './cluster/redis.ts'
import type { Config } from './config.ts'
import { loadSecret } from './secret.ts'
import { openLeases } from './store/postgres-leases.ts'
import { openPostgresStore } from './store/postgres.ts'
import { openSqliteStore } from './store/sqlite.ts'
import type { Store } from './store/store.ts'

export interface Opened {
  store: Store
  /** The installation's own secret: beside the file, or in the database where there is no folder in common. */
  secret: Buffer
  /** The nodes of the installation; null for a house alone. */
  cluster: Cluster | null
}

/** Rejects as openSqliteStore and openPostgresStore do. */
export async function openStore(config: Config, clock: Clock): Promise<Opened> {
  const { dataDir, databaseUrl, redisUrl } = config
  const now = () => clock.now()
  if (databaseUrl !== null && redisUrl !== null) return openNode(databaseUrl, redisUrl, clock)
  if (databaseUrl !== null)
    return { ...(await openPostgresStore({ url: databaseUrl, clock: now })), cluster: null }
  const store = await openSqliteStore({ dir: dataDir, clock: now })
  return { store, secret: loadSecret(dataDir), cluster: null }
}

/** One node of several on one database. */
async function openNode(url: string, redis: string, clock: Clock): Promise<Opened> {
  const leases = await openLeases(url)
  try {
    const opened = await openPostgresStore({ url, clock: () => clock.now(), leases })
    const bus = await createRedisBus(redis, leases.node).catch(async (error: Error) => {
      await opened.store.close()
      throw new Error(`REDIS_URL: Redis cannot be reached (${error.message})`)
    })
    return { ...opened, cluster: createNodes(leases, bus, clock) }
  } catch (error) {
    await leases.close()
    throw error
  }
}
