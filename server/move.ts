// `npm run move -- to-postgres` and `npm run move -- to-file`: everything that is stored goes from one place to the other,
// and is compared row by row before it counts. The place it comes from is only read.
import { createHash, randomBytes, type Hash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openFileSide, openPostgresSide, tablesOf, type Side, type Table } from './store/sides.ts'
import type { Value } from './store/sql.ts'

const AT_ONCE = 200

export type Direction = 'to-postgres' | 'to-file'

/** Rows moved of each table. Throws, and nothing has changed, where the target holds anything or would differ. */
export async function move(dir: string, url: string, direction: Direction): Promise<Record<string, number>> {
  if (direction === 'to-postgres' && !existsSync(join(dir, 'tablee.db')))
    throw new Error(`${join(dir, 'tablee.db')} does not exist: set DATA_DIR to the folder of the house`)
  const file = openFileSide(dir)
  try {
    const postgres = await openPostgresSide(url, secretOf(dir) ?? randomBytes(32).toString('hex'))
    try {
      const [from, to] = direction === 'to-postgres' ? [file, postgres] : [postgres, file]
      const moved = await copy(from, to)
      if (direction === 'to-file') keepSecretFile(dir, postgres.secret)
      else if (postgres.secret !== secretOf(dir)) throw new Error('the database has another secret already')
      await to.commit()
      return moved
    } finally {
      await postgres.close()
    }
  } finally {
    await file.close()
  }
}

async function isEmpty(rows: AsyncIterable<unknown>): Promise<boolean> {
  const cursor = rows[Symbol.asyncIterator]()
  const { done } = await cursor.next()
  await cursor.return?.()
  return done === true
}

async function copy(from: Side, to: Side): Promise<Record<string, number>> {
  const moved: Record<string, number> = {}
  const tables = tablesOf()
  for (const table of tables)
    if (!(await isEmpty(to.rows(table))))
      throw new Error(`the target is not empty: its table ${table.name} has rows`)
  for (const table of tables) {
    const sent = await fill(table, from, to)
    const found = await fingerprint(table, to)
    if (sent.digest !== found.digest || sent.rows !== found.rows)
      throw new Error(`${table.name}: ${sent.rows} rows were read, ${found.rows} were found, or they differ`)
    moved[table.name] = sent.rows
  }
  return moved
}

interface Print {
  rows: number
  digest: string
}

async function fill(table: Table, from: Side, to: Side): Promise<Print> {
  const hash = createHash('sha256')
  let rows = 0
  let waiting: Value[][] = []
  for await (const row of from.rows(table)) {
    note(hash, row)
    rows++
    waiting.push(row)
    if (waiting.length < AT_ONCE) continue
    await to.put(table, waiting)
    waiting = []
  }
  await to.put(table, waiting)
  return { rows, digest: hash.digest('hex') }
}

async function fingerprint(table: Table, side: Side): Promise<Print> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const row of side.rows(table)) {
    note(hash, row)
    rows++
  }
  return { rows, digest: hash.digest('hex') }
}

function note(hash: Hash, row: Value[]): void {
  const plain = row.map((value) =>
    value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value,
  )
  hash.update(`${JSON.stringify(plain)}\n`)
}

function secretOf(dir: string): string | null {
  const path = join(dir, 'secret')
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}

function keepSecretFile(dir: string, secret: string): void {
  const before = secretOf(dir)
  if (before === secret) return
  if (before !== null) throw new Error(`${join(dir, 'secret')} is another installation's`)
  const handle = openSync(join(dir, 'secret'), 'wx', 0o600)
  writeFileSync(handle, `${secret}\n`, { flush: true })
  closeSync(handle)
}

if (import.meta.main) {
  const [direction] = process.argv.slice(2)
  const url = process.env['DATABASE_URL']
  try {
    if ((direction !== 'to-postgres' && direction !== 'to-file') || !url)
      throw new Error('DATA_DIR=... DATABASE_URL=postgres://... npm run move -- to-postgres (or: to-file)')
    const moved = await move(resolve(process.env['DATA_DIR'] || './data'), url, direction)
    for (const [table, rows] of Object.entries(moved)) process.stdout.write(`${table.padEnd(16)} ${rows}\n`)
    process.stdout.write('everything is there, compared row by row\n')
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
}
