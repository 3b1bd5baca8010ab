// Seats: who may come in, by the hash of a token. Called by groups.ts through operations.ts.
import type { Language, Role } from '../../shared/wire.ts'
import { refuseGone } from './docs.ts'
import type { Sql } from './sql.ts'
import { SQL } from './statements.ts'
import type { SeatRow, Store } from './store.ts'

interface Row {
  workshop: string
  id: string
  role: Role
  hash: string
  name: string | null
  language: Language | null
  created_at: number
  revoked: number
  generation: number
  via: string | null
}

export function seatsOf(sql: Sql): Store['seats'] {
  return {
    async add(row) {
      await refuseGone(sql, row.workshop)
      await addSeat(sql, row)
    },
    async byHash(hash) {
      const [row] = await sql.all<Row>(SQL.seatByHash, hash)
      return row ? read(row) : null
    },
    async list(workshop) {
      return (await sql.all<Row>(SQL.seats, workshop)).map(read)
    },
    async rename(workshop, seat, name) {
      await sql.run(SQL.renameSeat, workshop, seat, name)
      if (name === null) await sql.forget('everywhere')
    },
    async renew(workshop, seat, hash, generation) {
      await sql.run(SQL.renewSeat, workshop, seat, hash, generation)
    },
    async revoke(workshop, seat) {
      await sql.run(SQL.revokeSeat, workshop, seat)
    },
  }
}

/** Throws when the id or the hash is in use: both are random, so that is a fault of the caller. */
export async function addSeat(sql: Sql, row: SeatRow): Promise<void> {
  const { workshop, id, role, hash, name = null, language = null, createdAt, via = null } = row
  await sql.run(SQL.addSeat, workshop, id, role, hash, name, language, createdAt, row.revoked ? 1 : 0, via)
}

function read(row: Row): SeatRow {
  return {
    id: row.id,
    workshop: row.workshop,
    role: row.role,
    hash: row.hash,
    ...(row.name !== null && { name: row.name }),
    ...(row.language !== null && { language: row.language }),
    createdAt: row.created_at,
    ...(row.generation > 0 && { generation: row.generation }),
    ...(row.via !== null && { via: row.via }),
    ...(row.revoked === 1 && { revoked: true as const }),
  }
}
