// `npm run backup -- FILE`: a copy of the database that may be made while the house is open, from a process of its own.
// Ballots of polls that are still open stay out of it: a backup must never tell who voted what.
import { existsSync, closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Copies `<dataDir>/tablee.db` as of one moment to `file`, and the installation's secret to `<file>.secret`. Throws where `file` exists. */
export function backUp(dataDir: string, file: string): void {
  const target = resolve(file)
  if (existsSync(target)) throw new Error(`${target} exists already`)
  const part = `${target}.part`
  rmSync(part, { force: true })
  copyDatabase(join(dataDir, 'tablee.db'), part)
  forgetOpenBallots(part)
  copyFileSync(join(dataDir, 'secret'), `${target}.secret`)
  for (const path of [part, `${target}.secret`]) sync(path)
  renameSync(part, target)
  sync(dirname(target))
}

function copyDatabase(from: string, to: string): void {
  if (!existsSync(from)) throw new Error(`${from} does not exist: set DATA_DIR to the folder of the house`)
  const db = new DatabaseSync(from, { readOnly: true, timeout: 10_000 })
  try {
    db.prepare('VACUUM INTO ?').run(to)
  } finally {
    db.close()
  }
}

function forgetOpenBallots(path: string): void {
  const db = new DatabaseSync(path)
  try {
    db.exec('PRAGMA secure_delete = ON; DELETE FROM ballots; VACUUM')
  } finally {
    db.close()
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

if (import.meta.main) {
  const [file] = process.argv.slice(2)
  try {
    if (process.env['DATABASE_URL'])
      throw new Error('DATABASE_URL is set: PostgreSQL is backed up by its own tools, see docs/operating.md')
    if (file === undefined) throw new Error('npm run backup -- FILE: which file?')
    backUp(resolve(process.env['DATA_DIR'] || './data'), file)
    process.stdout.write(`${file} and ${file}.secret are written: keep them together\n`)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
}
