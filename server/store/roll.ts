// The roll of an assembly: its members, the hashes of their slips, and which seat used which. Called by groups.ts through operations.ts.
import { amountOf, fractionOf } from '../../shared/counting/amounts.ts'
import { fraction } from '../../shared/counting/fraction.ts'
import { refuseGone } from './docs.ts'
import type { Sql } from './sql.ts'
import { SQL } from './statements.ts'
import type { MemberRow, Store } from './store.ts'

interface Row {
  id: string
  hash: string
  name: string
  college: string | null
  weight: number
  parts: number
  mandates: string
  seat: string | null
}

export function rollOf(sql: Sql): Store['roll'] {
  const held = (workshop: string, hash: string) => sql.all<Row>(SQL.memberByHash, workshop, hash)
  return {
    async replace(workshop, members) {
      await refuseGone(sql, workshop)
      const former = await sql.all(SQL.roll, workshop)
      if (former.length > 0) await sql.forget('everywhere')
      await sql.run(SQL.dropRoll, workshop)
      for (const [position, { id, hash, name, college = null, weight, mandates }] of members.entries()) {
        const { num, den } = fractionOf(weight)
        const values = [id, position, hash, name, college, Number(num), Number(den), JSON.stringify(mandates)]
        await sql.run(SQL.addMember, workshop, ...values)
      }
    },
    async list(workshop) {
      return (await sql.all<Row>(SQL.roll, workshop)).map(read)
    },
    async bind(workshop, hash, seat, was) {
      const [row] = await held(workshop, hash)
      if (!row || row.seat !== was) return false
      await sql.run(SQL.bindMember, workshop, hash, seat)
      return true
    },
    async forget(workshop, seat) {
      await sql.run(SQL.forgetMember, workshop, seat)
      await sql.forget('everywhere')
    },
  }
}

function read(row: Row): MemberRow {
  return {
    id: row.id,
    hash: row.hash,
    name: row.name,
    ...(row.college !== null && { college: row.college }),
    weight: amountOf(fraction(row.weight, row.parts)),
    mandates: JSON.parse(row.mandates) as string[],
    ...(row.seat !== null && { seat: row.seat }),
  }
}
