// The embedded store: one SQLite file in one directory, held by one process. Called by main.ts.
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createLink } from './link.ts'
import { lockDataDir } from './lock.ts'
import { storeOf } from './operations.ts'
import type { Store } from './store.ts'

export interface SqliteOptions {
  /** Made if it is missing, readable by its owner alone. */
  dir: string
  /** Milliseconds; tells when a workshop was last touched by a change that brings no time of its own. */
  clock?: () => number
}

/** Rejects with DataDirInUse when another process holds `dir`, with StoreUnavailable when the store takes no writes. */
export async function openSqliteStore({ dir, clock = Date.now }: SqliteOptions): Promise<Store> {
  const path = resolve(dir)
  const made = mkdirSync(path, { recursive: true, mode: 0o700 })
  const lock = lockDataDir(path)
  const link = createLink(
    () => new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: { dir: path } }),
    clock,
  )
  const close = async () => {
    await link.close()
    lock.release()
  }
  const store = storeOf(link.call, close)
  try {
    await store.ping()
    syncDirectories(path, made)
  } catch (error) {
    await close()
    throw error
  }
  return store
}

/** New files and directories are only certain to be found again once the directories that name them are on disk. */
function syncDirectories(path: string, made: string | undefined): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
  if (made !== undefined && path !== dirname(made)) syncDirectories(dirname(path), made)
}
