// The acceptance suite on every implementation. What only SQLite can promise is in sqlite.test.ts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeContract } from './contract.ts'
import { createMemoryStore } from './memory.ts'
import { openSqliteStore } from './sqlite.ts'

storeContract('memory', async () => {
  const store = createMemoryStore()
  return { store, close: () => store.close() }
})

storeContract('sqlite', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tablee-store-'))
  let store = await openSqliteStore({ dir })
  return {
    store,
    async reopen() {
      await store.close()
      store = await openSqliteStore({ dir })
      return store
    },
    async close() {
      await store.close()
      rmSync(dir, { recursive: true })
    },
  }
})
