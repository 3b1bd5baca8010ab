// One process per data directory. Called by sqlite.ts before anything else is opened.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DataDirInUse, isBusy } from './errors.ts'

/**
 * Holds `<dir>/lock.db` by an exclusive SQLite transaction, that is by a lock of the operating system, which is freed
 * when the process dies, however it dies. Throws DataDirInUse. The file must never be opened otherwise by this process:
 * closing any descriptor of it would free the lock (POSIX).
 */
export function lockDataDir(dir: string): { release(): void } {
  const db = new DatabaseSync(join(dir, 'lock.db'), { timeout: 0 })
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    throw isBusy(error) ? new DataDirInUse(dir, { cause: error }) : error
  }
  return { release: () => void (db.isOpen && db.close()) }
}
