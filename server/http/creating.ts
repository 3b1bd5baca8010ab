// Making a workshop: its row, its code, its three trusted seats. Called by the routes of workshops and of tours.
import { randomBytes } from 'node:crypto'
import type { Programme } from '../../shared/programme.ts'
import { newSession, type Session } from '../../shared/session/state.ts'
import { templates } from '../../shared/templates.ts'
import type { Language, Role } from '../../shared/wire.ts'
import type { SeatRow, WorkshopRow } from '../store/store.ts'
import { hashToken, newCode, newToken } from '../tokens.ts'
import type { RouteDeps } from './context.ts'
import { DESK_SEAT, SCRIBE_SEAT, WALL_SEAT } from './links.ts'
import { Problem } from './problem.ts'

/** The programme of a ready template under another title; an empty one without a template. */
export function programmeFor(template: string | undefined, language: Language, title: string): Programme {
  if (template === undefined) return { v: 1, title, activities: [] }
  const found = templates(language).find((one) => one.id === template)
  if (!found) throw new Problem(400, 'bad-request', { field: 'template', detail: 'unknown template' })
  return { ...found.programme, title }
}

interface Wanted {
  title: string
  language: Language
  programme: Programme
  place?: string | undefined
  date?: string | undefined
  /** The desk's key is derived, so that the holders of the tour's key can be told it again. */
  keptDesk?: true
  /** What had been played where it comes from. */
  session?: Session
}

/** A new workshop with its three trusted seats; the desk's token is told once and never stored. */
export async function createWorkshop(deps: RouteDeps, wanted: Wanted) {
  const { store, clock, links } = deps
  for (;;) {
    const now = clock.now()
    const { title, language, programme, place, date } = wanted
    const row: WorkshopRow = {
      id: randomBytes(9).toString('base64url').replace(/[-_]/g, 'x'),
      code: newCode(),
      title,
      language,
      key: randomBytes(16).toString('base64url'),
      createdAt: now,
      touchedAt: now,
      programme,
      programmeRev: 1,
      session: wanted.session ?? newSession(),
      ...(place ? { place } : {}),
      ...(date ? { date } : {}),
    }
    const desk = wanted.keptDesk ? links.token(row, DESK_SEAT) : newToken()
    const tokens = { desk, scribe: links.token(row, SCRIBE_SEAT), wall: links.token(row, WALL_SEAT) }
    const seat = (id: string, role: Role, token: string): SeatRow => ({
      id,
      role,
      workshop: row.id,
      hash: hashToken(token),
      createdAt: now,
    })
    const seats = [
      seat(DESK_SEAT, 'facilitator', desk),
      seat(SCRIBE_SEAT, 'scribe', tokens.scribe),
      seat(WALL_SEAT, 'wall', tokens.wall),
    ]
    if ((await store.workshops.create(row, seats)) === 'taken') continue
    const { id, code } = row
    deps.tellHooks(id, { type: 'workshop.created', data: {} })
    return {
      workshop: { id, code, title, language },
      tokens,
      links: { desk: links.desk(row, desk), wall: links.wall(row), join: links.join(row) },
    }
  }
}
