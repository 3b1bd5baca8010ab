// What is kept beside the report: the summary that the facilitation writes, and the links it has shared.
// Called by groups.ts through operations.ts.
import { refuseGone } from './docs.ts'
import type { Sql } from './sql.ts'
import { SQL } from './statements.ts'
import type { ShareRow, Store } from './store.ts'

interface Row {
  id: string
  created_at: number
  until: number | null
  phones: number
}

export function remainsOf(sql: Sql): Store['remains'] {
  return {
    async summary(workshop) {
      const [row] = await sql.all<{ text: string }>(SQL.summary, workshop)
      return row?.text ?? ''
    },
    async saveSummary(workshop, text) {
      await refuseGone(sql, workshop)
      await sql.run(SQL.saveSummary, workshop, text)
    },
    async shares(workshop) {
      return (await sql.all<Row>(SQL.shares, workshop)).map(read)
    },
    async addShare(workshop, { id, createdAt, until = null, phones }) {
      await refuseGone(sql, workshop)
      await sql.run(SQL.addShare, workshop, id, createdAt, until, phones ? 1 : 0)
    },
    async dropShare(workshop, share) {
      await sql.run(SQL.dropShare, workshop, share)
    },
  }
}

function read({ id, created_at, until, phones }: Row): ShareRow {
  return { id, createdAt: created_at, ...(until === null ? {} : { until }), phones: phones === 1 }
}
