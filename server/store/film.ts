// The film of a workshop: frames in the order in which they came. Called by groups.ts through operations.ts, and by workshops.ts.
import type { Frame } from '../../shared/report/film.ts'
import { refuseGone } from './docs.ts'
import type { Sql } from './sql.ts'
import { SQL } from './statements.ts'
import type { Store } from './store.ts'

export function filmOf(sql: Sql): Store['film'] {
  return {
    async add(workshop, frames) {
      await refuseGone(sql, workshop)
      await addFrames(sql, workshop, frames)
    },
    async frames(workshop) {
      const rows = await sql.all<{ frame: string }>(SQL.frames, workshop)
      return rows.map(({ frame }) => JSON.parse(frame) as Frame)
    },
  }
}

/** Inside the transaction of the caller. */
export async function addFrames(sql: Sql, workshop: string, frames: readonly Frame[]): Promise<void> {
  for (const frame of frames) await sql.run(SQL.addFrame, workshop, JSON.stringify(frame))
}

/** Takes notes out of every frame of the film; inside the transaction of the caller. */
export async function forgetInFilm(sql: Sql, workshop: string, gone: ReadonlySet<string>): Promise<void> {
  for (const { n, frame } of await sql.all<{ n: number; frame: string }>(SQL.numberedFrames, workshop)) {
    const before = JSON.parse(frame) as Frame
    if (before.is !== 'board') continue
    const put = before.put.filter(({ id }) => !gone.has(id))
    const left = before.gone.filter((id) => !gone.has(id))
    if (put.length === before.put.length && left.length === before.gone.length) continue
    await sql.run(SQL.keepFrame, n, JSON.stringify({ ...before, put, gone: left }))
  }
}
