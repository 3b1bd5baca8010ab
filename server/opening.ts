// Opens what is durable as the configuration says: a file in DATA_DIR, or a PostgreSQL server. Called by main.ts and fault tests.
import type { Clock } from '../shared/clock.ts'
import type { Config } from './config.ts'
import { loadSecret } from './secret.ts'
import { openPostgresStore } from './store/postgres.ts'
import { openSqliteStore } from './store/sqlite.ts'
import type { Store } from './store/store.ts'

export interface Opened {
  store: Store
  /** The installation's own secret: beside the file, or in the database where there is no folder in common. */
  secret: Buffer
}

/** Rejects as openSqliteStore and openPostgresStore do. */
export async function openStore({ dataDir, databaseUrl }: Config, clock: Clock): Promise<Opened> {
  const now = () => clock.now()
  if (databaseUrl !== null) return openPostgresStore({ url: databaseUrl, clock: now })
  const store = await openSqliteStore({ dir: dataDir, clock: now })
  return { store, secret: loadSecret(dataDir) }
}
