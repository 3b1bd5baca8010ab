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
    const after = without(before, gone)
    if (after !== before) await sql.run(SQL.keepFrame, n, JSON.stringify(after))
  }
}

/** The same frame where none of these notes is in it. */
function without(frame: Extract<Frame, { is: 'board' }>, gone: ReadonlySet<string>): Frame {
  const { put, gone: left, hid = [] } = frame
  const all = [...put.map(({ id }) => id), ...left, ...hid]
  if (!all.some((id) => gone.has(id))) return frame
  const stays = (id: string) => !gone.has(id)
  const hidden = hid.filter(stays)
  const { hid: _hid, ...rest } = frame
  return {
    ...rest,
    put: put.filter(({ id }) => stays(id)),
    gone: left.filter(stays),
    ...(hidden.length > 0 ? { hid: hidden } : {}),
  }
}
