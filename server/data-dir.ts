// Whether the data directory can be used, found out before anything is built or opened. Called by main.ts.
import { existsSync, mkdtempSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ConfigError } from './config.ts'

/** Throws a ConfigError where `dir` is no folder that can be written, or can be made; leaves nothing behind. */
export function checkDataDir(dir: string): void {
  try {
    rmdirSync(mkdtempSync(join(nearest(dir), '.tablee-')))
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code)
    throw new ConfigError(`DATA_DIR=${dir}: must be a folder that can be written (${code})`)
  }
}

/** The folder itself, or the first one above it that is there. */
function nearest(dir: string): string {
  return existsSync(dir) || dirname(dir) === dir ? dir : nearest(dirname(dir))
}
