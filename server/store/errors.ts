// The typed ways in which a store fails, and how they cross the worker's thread.
// Thrown by memory.ts, sqlite.ts and lock.ts; docs, live and main tell them apart.

/** The store takes nothing now (disk full, read-only, I/O error, closed). The next call tries again by itself. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/** The stored rows of one document are not what was written; it is not served in part. Other documents are unharmed. */
export class DamagedDoc extends Error {
  override readonly name = 'DamagedDoc'
  readonly workshop: string
  readonly doc: string
  constructor(workshop: string, doc: string, options?: ErrorOptions) {
    super(`the stored document ${doc} of workshop ${workshop} is damaged`, options)
    this.workshop = workshop
    this.doc = doc
  }
}

/** The workshop was erased: nothing may be written under its id again. */
export class WorkshopGone extends Error {
  override readonly name = 'WorkshopGone'
  readonly workshop: string
  constructor(workshop: string) {
    super(`workshop ${workshop} was erased`)
    this.workshop = workshop
  }
}

/** Another node runs this workshop now, or nobody said that this one may: nothing was written. */
export class Fenced extends Error {
  override readonly name = 'Fenced'
  readonly workshop: string
  constructor(workshop: string) {
    super(`workshop ${workshop} is run by another node`)
    this.workshop = workshop
  }
}

/** Another process holds this data directory. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse'
  readonly dir: string
  constructor(dir: string, options?: ErrorOptions) {
    super(`the data directory ${dir} is in use by another process`, options)
    this.dir = dir
  }
}

/** Another process works on this database, alone or together with others, and this one cannot join it. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse'
}

/** An error as it crosses a thread: structured cloning keeps neither classes nor their fields. */
export interface Failure {
  name: string
  message: string
  about: string[]
}

/** SQLite's primary result codes that tell of the disk or of a neighbour, not of our own mistake. */
const UNAVAILABLE = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26])
const BUSY = 5
const CORRUPT = 11

/** The primary result code of an error thrown by node:sqlite, 0 for every other error. */
function sqliteCode(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error)) return 0
  return Number(error.errcode) & 0xff
}

/** PostgreSQL's word for a page or an index that cannot be its own. */
const POSTGRES_CORRUPT = new Set<unknown>(['XX001', 'XX002'])

/** True when the database read bytes that cannot be its own. */
export function isCorrupt(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  return sqliteCode(error) === CORRUPT || POSTGRES_CORRUPT.has(code)
}

/** True when another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error) === BUSY
}

/** The plain data of an error; what SQLite says of a disk that takes nothing becomes StoreUnavailable. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  if (UNAVAILABLE.has(sqliteCode(error))) return { name: 'StoreUnavailable', message, about: [] }
  if (error instanceof DamagedDoc) return { name: error.name, message, about: [error.workshop, error.doc] }
  if (error instanceof WorkshopGone || error instanceof Fenced)
    return { name: error.name, message, about: [error.workshop] }
  return { name: error instanceof Error ? error.name : 'Error', message, about: [] }
}

/** The error again, with its class. */
export function errorOf({ name, message, about }: Failure): Error {
  const [workshop = '', doc = ''] = about
  if (name === 'StoreUnavailable') return new StoreUnavailable(message)
  if (name === 'DamagedDoc') return new DamagedDoc(workshop, doc)
  if (name === 'WorkshopGone') return new WorkshopGone(workshop)
  if (name === 'Fenced') return new Fenced(workshop)
  return new Error(message)
}
