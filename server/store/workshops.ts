// Workshops: their row, what one accepted command changes, their end. Called by groups.ts through operations.ts.
import type { Answer, Language } from '../../shared/wire.ts'
import { adjust, seal } from './ballots.ts'
import { refuseGone } from './docs.ts'
import { addFrames, forgetInFilm } from './film.ts'
import type { ListedWorkshop } from './listed.ts'
import { addSeat } from './seats.ts'
import type { Sql } from './sql.ts'
import { SQL } from './statements.ts'
import type { Checkpoint, Commit, Store, WorkshopRow } from './store.ts'

interface Row {
  id: string
  code: string
  title: string
  language: Language
  place: string | null
  date: string | null
  key: string
  created_at: number
  touched_at: number
  programme: string
  programme_rev: number
  session: string
}

interface ListedRow extends Pick<Row, 'id' | 'title' | 'language' | 'created_at' | 'touched_at' | 'session'> {
  seats: number
  doc_bytes: number
  kept_bytes: number
  plan_bytes: number
}

interface Revisions {
  session_rev: number
  programme_rev: number
}

const ANSWERS_KEPT_MS = 24 * 3_600_000

/** `clock` in milliseconds, for the one change that brings no time of its own: saveProgramme. */
export function workshopsOf(sql: Sql, clock: () => number): Store['workshops'] {
  const revisions = async (id: string) => (await sql.all<Revisions>(SQL.revisions, id)).at(0)
  return {
    async create(row, seats) {
      await refuseGone(sql, row.id)
      const taken = await sql.all(SQL.workshopByCode, row.code)
      if (taken.length > 0) return 'taken'
      await addWorkshop(sql, row)
      for (const seat of seats) await addSeat(sql, seat)
      return 'ok'
    },
    async get(id) {
      return read((await sql.all<Row>(SQL.workshop, id)).at(0))
    },
    async byCode(code) {
      return read((await sql.all<Row>(SQL.workshopByCode, code)).at(0))
    },
    async commit(id, change) {
      const stored = await revisions(id)
      if (!stored) return 'gone'
      if (stored.session_rev !== change.from) return 'stale'
      await apply(sql, id, change)
      return 'ok'
    },
    async saveProgramme(id, programme, from) {
      const stored = await revisions(id)
      if (!stored) return 'gone'
      if (stored.programme_rev !== from) return 'stale'
      await sql.run(SQL.saveProgramme, id, JSON.stringify(programme), from + 1, clock())
      return 'ok'
    },
    async checkpoints(id) {
      const rows = await sql.all<Omit<Checkpoint, 'notes'> & { notes: string }>(SQL.checkpoints, id)
      return rows.map((row) => ({ ...row, notes: JSON.parse(row.notes) as unknown }))
    },
    forgetNotes: (id, notes) => forgetNotes(sql, id, new Set(notes)),
    async answer(id, seat, command) {
      const [row] = await sql.all<{ answer: string }>(SQL.answer, id, seat, command)
      return row ? (JSON.parse(row.answer) as Answer) : null
    },
    async erase(id) {
      for (const text of SQL.eraseWorkshop) await sql.run(text, id)
      await sql.run(SQL.bury, id)
      await sql.forget('everywhere')
    },
    async untouchedSince(time) {
      const rows = await sql.all<{ id: string }>(SQL.untouched, time)
      return rows.map((row) => row.id)
    },
    async list(from, most) {
      const [count] = await sql.all<{ n: number }>(SQL.howMany)
      const rows = await sql.all<ListedRow>(SQL.listed, most, from)
      return { total: Number(count?.n ?? 0), workshops: rows.map(listed) }
    },
  }
}

async function forgetNotes(sql: Sql, id: string, gone: ReadonlySet<string>): Promise<void> {
  for (const { n, notes } of await sql.all<{ n: number; notes: string }>(SQL.keptNotes, id)) {
    const before = JSON.parse(notes) as unknown
    if (!Array.isArray(before)) continue
    const after = before.filter((note: { id?: string } | null) => !gone.has(note?.id ?? ''))
    if (after.length < before.length) await sql.run(SQL.keepNotes, n, JSON.stringify(after))
  }
  await forgetInFilm(sql, id, gone)
  await sql.forget('everywhere')
}

async function addWorkshop(sql: Sql, row: WorkshopRow): Promise<void> {
  const { id, code, title, language, place = null, date = null, key, createdAt, touchedAt } = row
  const plan = [JSON.stringify(row.programme), row.programmeRev] as const
  const live = [JSON.stringify(row.session), row.session.rev] as const
  await sql.run(
    SQL.addWorkshop,
    id,
    code,
    title,
    language,
    place,
    date,
    key,
    createdAt,
    touchedAt,
    ...plan,
    ...live,
  )
}

/** All that accepted commands change; the caller's transaction makes it one. */
async function apply(sql: Sql, id: string, change: Commit): Promise<void> {
  const { session, at, answers = [], checkpoint } = change
  await sql.run(SQL.saveSession, id, JSON.stringify(session), session.rev, at)
  if (answers.length > 0) await sql.run(SQL.dropAnswers, id, at - ANSWERS_KEPT_MS)
  for (const { seat, id: command, answer } of answers)
    await sql.run(SQL.addAnswer, id, seat, command, at, JSON.stringify(answer))
  if (checkpoint) {
    const notes = JSON.stringify(checkpoint.notes ?? null)
    await sql.run(SQL.addCheckpoint, id, checkpoint.activity, checkpoint.step, checkpoint.at, notes)
  }
  if (change.frames) await addFrames(sql, id, change.frames)
  if (change.adjust) await adjust(sql, id, change.adjust)
  if (change.seal) await seal(sql, id, change.seal)
}

function listed({ session, ...row }: ListedRow): ListedWorkshop {
  const { at, ended } = JSON.parse(session) as WorkshopRow['session']
  const sizes = [row.doc_bytes, row.kept_bytes, row.plan_bytes, session.length]
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    createdAt: Number(row.created_at),
    touchedAt: Number(row.touched_at),
    state: ended !== null ? 'ended' : at ? 'begun' : 'planned',
    seats: Number(row.seats),
    bytes: sizes.reduce((sum: number, size) => sum + Number(size), 0),
  }
}

function read(row: Row | undefined): WorkshopRow | null {
  if (!row) return null
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    language: row.language,
    ...(row.place !== null && { place: row.place }),
    ...(row.date !== null && { date: row.date }),
    key: row.key,
    createdAt: row.created_at,
    touchedAt: row.touched_at,
    programme: JSON.parse(row.programme) as WorkshopRow['programme'],
    programmeRev: row.programme_rev,
    session: JSON.parse(row.session) as WorkshopRow['session'],
  }
}
