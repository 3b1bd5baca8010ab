// Links of a workshop. Keys sit in the fragment, which no browser sends to a server. Called by the routes and the sessions.
import type { Role, Snapshot } from '../../shared/wire.ts'
import type { WorkshopRow } from '../store/store.ts'
import { derive } from '../tokens.ts'

export interface Links {
  origin(): string
  /** The 128-bit token of the QR code. */
  invite(row: WorkshopRow): string
  /** Token of a derived seat (wall, scribe) by its seat id. */
  token(row: Pick<WorkshopRow, 'key'>, seat: string): string
  join(row: WorkshopRow): string
  wall(row: WorkshopRow): string
  scribe(row: WorkshopRow): string
  /** The programme to be read, without private notes. */
  outline(row: WorkshopRow): string
  desk(row: WorkshopRow, token: string): string
  /** What a seat is shown in its snapshot. */
  shown(row: WorkshopRow, role: Role): Snapshot['links']
}

/** Ids of the seats whose tokens are derived rather than random. */
export const WALL_SEAT = 'w1'
export const SCRIBE_SEAT = 'c1'
export const DESK_SEAT = 'f1'

/** What the key of a read-only programme is derived for; it is no seat. */
export const OUTLINE = 'outline'

export function createLinks(secret: Buffer, origin: () => string): Links {
  const token = (row: Pick<WorkshopRow, 'key'>, seat: string) => derive(secret, row.key, seat)
  const join = (row: WorkshopRow) => `${origin()}/j/${row.code}#${derive(secret, row.key, 'invite')}`
  const wall = (row: WorkshopRow) => `${origin()}/wall/${row.id}#${token(row, WALL_SEAT)}`
  const scribe = (row: WorkshopRow) => `${origin()}/s/${row.id}#${token(row, SCRIBE_SEAT)}`
  const outline = (row: WorkshopRow) => `${origin()}/outline/${row.id}#${token(row, OUTLINE)}`
  return {
    origin,
    token,
    outline,
    join,
    wall,
    scribe,
    invite: (row) => derive(secret, row.key, 'invite'),
    desk: (row, desk) => `${origin()}/desk/${row.id}#${desk}`,
    shown(row, role) {
      if (role === 'facilitator')
        return { join: join(row), wall: wall(row), scribe: scribe(row), outline: outline(row) }
      return role === 'wall' ? { join: join(row) } : undefined
    },
  }
}
