// The installation's own secret: a file beside the database, made at the first start, readable by its owner only. Called by main.ts.
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** 32 bytes, the same for the whole life of the data directory. */
export function loadSecret(dataDir: string): Buffer {
  const file = join(dataDir, 'secret')
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(dataDir, { recursive: true })
  const secret = randomBytes(32)
  writeFileSync(file, `${secret.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  syncName(dataDir)
  return secret
}

/** A new file is only certain to be found again once the folder that names it is on disk. */
function syncName(dataDir: string): void {
  const folder = openSync(dataDir, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
