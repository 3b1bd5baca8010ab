// Which rows a group of calls keeps its neighbours from, when several processes write to one database. Called by postgres-door.ts.
// All locks of a group are taken at once and in one order, so that two groups never wait for each other.
import { crc32 } from 'node:zlib'
import { isRead, type Call } from './operations.ts'

/** Numbers for PostgreSQL's advisory locks, ascending, and which of them nobody else may share meanwhile. */
export interface Locks {
  locks: number[]
  alone: boolean[]
}

/** Names fall into this many locks of each sort: a group of a thousand calls must not fill the server's table of locks. */
const SLOTS = 512

/** A lock for the workshop (or tour) as a whole, and finer ones within it. */
interface Wanted {
  whole?: { name: string; shared: boolean }
  fine?: string[]
}

/** What arrives by hundreds shares its workshop and is alone with its own row; all else has the workshop to itself. */
function wanted({ method, args }: Call): Wanted {
  const [first, second] = args as [unknown, unknown]
  const name = nameOf(first)
  switch (method) {
    case 'ping':
      return {}
    case 'docs.append':
    case 'docs.compact':
    case 'docs.repair':
    case 'docs.load':
      return { whole: { name, shared: true }, fine: [`${name}/${String(second)}`] }
    case 'docs.appendAll': {
      const rows = second as [doc: string, update: Uint8Array][]
      return { whole: { name, shared: true }, fine: rows.map(([doc]) => `${name}/${doc}`) }
    }
    case 'ballots.put': {
      const { poll, seat } = second as { poll: string; seat: string }
      return { whole: { name, shared: true }, fine: [`${name}/${poll}/${seat}`] }
    }
    case 'seats.add':
      return { whole: { name, shared: true } }
    case 'workshops.create':
      return { whole: { name, shared: false }, fine: [`code/${(first as { code: string }).code}`] }
    default:
      return { whole: { name, shared: false } }
  }
}

/** Workshop or tour that a call is about. */
export function nameOf(first: unknown): string {
  if (typeof first === 'string') return first
  const row = first as { workshop?: string; id?: string } | undefined
  return row?.workshop ?? row?.id ?? ''
}

/** The locks that these calls need together. Reads take none but those of documents, which are read in several steps. */
export function locksOf(calls: readonly Call[]): Locks {
  const found = new Map<number, boolean>()
  const want = (lock: number, alone: boolean) => found.set(lock, alone || found.get(lock) === true)
  for (const call of calls) {
    if (isRead(call) && call.method !== 'docs.load') continue
    const { whole, fine } = wanted(call)
    if (whole) want(slot(whole.name), !whole.shared)
    for (const one of fine ?? []) want(SLOTS + slot(one), true)
  }
  const sorted = [...found].sort(([a], [b]) => a - b)
  return { locks: sorted.map(([lock]) => lock), alone: sorted.map(([, alone]) => alone) }
}

/** The lock of a workshop as a whole. */
export function slot(name: string): number {
  return crc32(name) % SLOTS
}
