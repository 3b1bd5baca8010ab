// Links of a workshop. Keys sit in the fragment, which no browser sends to a server. Called by the routes and the sessions.
import type { Role, Snapshot } from '../../shared/wire.ts'
import type { Addresses } from '../addresses.ts'
import type { SeatRow, TourRow, WorkshopRow } from '../store/store.ts'
import { derive } from '../tokens.ts'

export interface Links {
  origin(): string
  /** The 128-bit token of the QR code. */
  invite(row: WorkshopRow): string
  /** Token of a derived seat (wall, scribe) by its seat id; `generation` says how often it was replaced. */
  token(row: Pick<WorkshopRow, 'key'>, seat: string, generation?: number): string
  join(row: WorkshopRow): string
  wall(row: WorkshopRow, generation?: number): string
  scribe(row: WorkshopRow, generation?: number): string
  /** The programme to be read, without private notes. */
  outline(row: WorkshopRow): string
  desk(row: WorkshopRow, token: string): string
  /** The key of a tour's read-only page, and the page's link with it. */
  tourKey(row: Pick<TourRow, 'key'>): string
  tour(row: Pick<TourRow, 'id' | 'key'>): string
  /** The key of a shared report, and the link that carries it in its fragment. */
  shareKey(row: Pick<WorkshopRow, 'key'>, share: string): string
  report(row: WorkshopRow, share: string): string
  /** What a seat is shown in its snapshot. */
  shown(place: Shown, role: Role): Snapshot['links']
}

/** The workshop, and its seats with the generation of their links. */
export interface Shown {
  readonly row: WorkshopRow
  readonly people: ReadonlyMap<string, Pick<SeatRow, 'generation'>>
}

/** Ids of the seats whose tokens are derived rather than random. */
export const WALL_SEAT = 'w1'
export const SCRIBE_SEAT = 'c1'
export const DESK_SEAT = 'f1'

/** What the key of a read-only programme is derived for; it is no seat. */
export const OUTLINE = 'outline'

/** The desk may have chosen another of this house's addresses for the workshop, while it is still there. */
export function createLinks(secret: Buffer, { origin, all }: Addresses): Links {
  const originOf = (row: WorkshopRow) => all().find((one) => one === row.session.wall?.address) ?? origin()
  const token = (row: Pick<WorkshopRow, 'key'>, seat: string, generation = 0) =>
    derive(secret, row.key, generation === 0 ? seat : `${seat}.${generation}`)
  const join = (row: WorkshopRow) => `${originOf(row)}/j/${row.code}#${derive(secret, row.key, 'invite')}`
  const wall = (row: WorkshopRow, generation?: number) =>
    `${originOf(row)}/wall/${row.id}#${token(row, WALL_SEAT, generation)}`
  const scribe = (row: WorkshopRow, generation?: number) =>
    `${originOf(row)}/s/${row.id}#${token(row, SCRIBE_SEAT, generation)}`
  const tourKey = (row: Pick<TourRow, 'key'>) => derive(secret, row.key, 'tour')
  const shareKey = (row: Pick<WorkshopRow, 'key'>, share: string) => derive(secret, row.key, `share.${share}`)
  const outline = (row: WorkshopRow) => `${originOf(row)}/outline/${row.id}#${token(row, OUTLINE)}`
  return {
    origin,
    token,
    outline,
    join,
    wall,
    scribe,
    shareKey,
    report: (row, share) => `${originOf(row)}/r/${row.id}#${shareKey(row, share)}`,
    invite: (row) => derive(secret, row.key, 'invite'),
    tourKey,
    tour: (row) => `${origin()}/tour/${row.id}#${tourKey(row)}`,
    desk: (row, desk) => `${originOf(row)}/desk/${row.id}#${desk}`,
    shown({ row, people }, role) {
      const generation = (seat: string) => people.get(seat)?.generation
      if (role === 'facilitator')
        return {
          join: join(row),
          wall: wall(row, generation(WALL_SEAT)),
          scribe: scribe(row, generation(SCRIBE_SEAT)),
          outline: outline(row),
          addresses: all(),
        }
      return role === 'wall' ? { join: join(row) } : undefined
    },
  }
}
