// Tours: their plan, their stops, and what each stop has left. Called by groups.ts through operations.ts.
import type { Outcome, Stop, TourPlan } from '../../shared/tour/model.ts'
import type { Sql } from './sql.ts'
import { TOURS } from './tour-statements.ts'
import type { Store, TourRow } from './store.ts'

interface Row {
  id: string
  hash: string
  key: string
  created_at: number
  touched_at: number
  rev: number
  plan: string
  stops: string
}

export function toursOf(sql: Sql): Store['tours'] {
  const stored = async (id: string) => (await sql.all<Row>(TOURS.get, id))[0]

  async function addStops(id: string, stops: readonly Stop[]): Promise<void> {
    for (const stop of stops) await sql.run(TOURS.addStop, id, stop.id, stop.workshop?.id ?? null)
  }

  return {
    async create(row) {
      const { id, hash, key, createdAt, touchedAt, rev, plan, stops } = row
      await sql.run(
        TOURS.add,
        id,
        hash,
        key,
        createdAt,
        touchedAt,
        rev,
        JSON.stringify(plan),
        JSON.stringify(stops),
      )
      await addStops(id, stops)
    },
    async get(id) {
      return read(await stored(id))
    },
    async save(id, { plan, stops }, from, at) {
      const row = await stored(id)
      if (!row) return 'gone'
      if (row.rev !== from) return 'stale'
      await sql.run(TOURS.save, id, JSON.stringify(plan), JSON.stringify(stops), from + 1, at)
      const gone = (JSON.parse(row.stops) as Stop[]).filter(
        (one) => !stops.some(({ id: kept }) => kept === one.id),
      )
      for (const stop of gone) await sql.run(TOURS.dropStop, id, stop.id)
      if (gone.length > 0) await sql.forget('everywhere')
      await addStops(id, stops)
      return 'ok'
    },
    async keep(id, stop, outcome) {
      await sql.run(TOURS.keep, id, stop, JSON.stringify(outcome))
    },
    async outcomes(id) {
      const rows = await sql.all<{ id: string; outcome: string }>(TOURS.outcomes, id)
      return Object.fromEntries(rows.map((row) => [row.id, JSON.parse(row.outcome) as Outcome]))
    },
    async stopOf(workshop) {
      const [row] = await sql.all<{ tour: string; id: string }>(TOURS.stopOf, workshop)
      return row ? { tour: row.tour, stop: row.id } : null
    },
    async forget(workshop) {
      await sql.run(TOURS.forget, workshop)
      await sql.forget('everywhere')
    },
    async erase(id) {
      for (const text of TOURS.erase) await sql.run(text, id)
      await sql.forget('everywhere')
    },
    async untouchedSince(time) {
      return (await sql.all<{ id: string }>(TOURS.untouched, time)).map(({ id }) => id)
    },
  }
}

function read(row: Row | undefined): TourRow | null {
  if (!row) return null
  return {
    id: row.id,
    hash: row.hash,
    key: row.key,
    createdAt: row.created_at,
    touchedAt: row.touched_at,
    rev: row.rev,
    plan: JSON.parse(row.plan) as TourPlan,
    stops: JSON.parse(row.stops) as Stop[],
  }
}
