// Backups made from the operator's page: files beside the database, each written by a process of its own, so that no
// room waits for it. Made by main.ts, called by the routes of the operator.
import { spawn } from 'node:child_process'
import { promises } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Backup {
  name: string
  /** ISO time. */
  at: string
  bytes: number
}

export interface Backups {
  folder: string
  /** The newest first. */
  list(): Promise<Backup[]>
  /** Writes one; null while another one is being written. Rejects where it could not be. */
  make(now: number): Promise<Backup | null>
  /** False where there is none of that name. */
  drop(name: string): Promise<boolean>
  /** Bytes of the database, and those that its disk still takes. */
  disk(): Promise<{ database: number; free: number }>
}

const { mkdir, readdir, rm, stat, statfs } = promises

const SCRIPT = fileURLToPath(new URL('backup.ts', import.meta.url))
const NAME = /^tablee-[\dTZ-]+$/

export function createBackups(dataDir: string): Backups {
  const folder = join(dataDir, 'backups')
  let writing = false

  async function about(name: string): Promise<Backup> {
    const { size, mtime } = await stat(join(folder, name))
    return { name, at: mtime.toISOString(), bytes: size }
  }

  async function write(name: string): Promise<Backup> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const code = await new Promise<number | null>((resolve, reject) => {
      const options = { env: { ...process.env, DATA_DIR: dataDir }, stdio: 'ignore' } as const
      spawn(process.execPath, [SCRIPT, join(folder, name)], options)
        .on('error', reject)
        .on('close', resolve)
    })
    if (code !== 0) throw new Error('backup not written')
    return about(name)
  }

  return {
    folder,
    async list() {
      const names = await readdir(folder).catch(() => [])
      const found = await Promise.all(names.filter((name) => NAME.test(name)).map(about))
      return found.sort((a, b) => b.name.localeCompare(a.name))
    },
    async make(now) {
      if (writing) return null
      writing = true
      const name = `tablee-${new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '-')}`
      return write(name).finally(() => (writing = false))
    },
    async drop(name) {
      if (!(await this.list()).some((backup) => backup.name === name)) return false
      for (const path of [join(folder, name), join(folder, `${name}.secret`)]) await rm(path, { force: true })
      return true
    },
    async disk() {
      const files = ['tablee.db', 'tablee.db-wal'].map((name) => stat(join(dataDir, name)).catch(() => null))
      const sizes = (await Promise.all(files)).map((file) => file?.size ?? 0)
      const { bavail, bsize } = await statfs(dataDir)
      return { database: sizes.reduce((sum, size) => sum + size, 0), free: bavail * bsize }
    },
  }
}
