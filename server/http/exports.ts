// The report in every format, read from the durable documents at that moment. Called by app.ts.
import { Router } from 'express'
import { boardName } from '../../shared/ids.ts'
import type { Note } from '../../shared/board/note.ts'
import { makeReport } from '../../shared/report/report.ts'
import { renderReport } from '../../shared/report/render.ts'
import type { LiveSession } from '../live/session.ts'
import { deskOf, type RouteDeps } from './context.ts'
import { Problem } from './problem.ts'

const FORMATS = ['md', 'csv', 'json'] as const

export function exportRoutes(deps: RouteDeps): Router {
  const router = Router({ mergeParams: true })
  router.get('/report.:format', async (req, res) => {
    const session = await deskOf(req as never, deps)
    const { format } = req.params as { format?: string }
    const asked = { names: req.query['names'] === 'true', ballots: req.query['ballots'] === 'true' }
    const report = await reportOf(deps, session, asked)
    if (format === 'blocks') return void res.json(report)
    const known = FORMATS.find((one) => one === format)
    if (!known) throw new Problem(404, 'not-found')
    const { type, body, extension } = renderReport(known, report)
    const { code, title } = session.place.row
    res
      .set('Content-Disposition', disposition(`tablee-${code}.${extension}`, `${title}.${extension}`))
      .type(type)
      .send(body)
  })
  return router
}

/** The bare ballots of every sealed poll, by poll. */
async function bareBallots({ store }: RouteDeps, session: LiveSession): Promise<Record<string, unknown[]>> {
  const { id, session: state } = session.place.row
  const sealed = Object.values(state.rounds)
    .flat()
    .filter((round) => round.state === 'closed')
  const lists = sealed.map(async (round) => [round.id, await store.ballots.all(id, round.id)] as const)
  return Object.fromEntries(await Promise.all(lists))
}

async function reportOf(
  deps: RouteDeps,
  session: LiveSession,
  { names, ballots }: { names: boolean; ballots: boolean },
) {
  const { row, people } = session.place
  const { id, programme } = row
  const notes: Record<string, Note[]> = {}
  const authors: Record<string, string> = {}
  for (const entry of programme.activities.filter((one) => row.session.played[one.id])) {
    notes[entry.id] = await deps.docs.notes(id, boardName(entry.id))
    if (names) Object.assign(authors, await deps.authors(id, entry.id))
  }
  const known = Object.entries(authors).flatMap(([note, seat]) => {
    const name = people.get(seat)?.name
    return name === undefined ? [] : [[note, name] as const]
  })
  const { code, title, language, place, date, createdAt } = row
  return makeReport({
    workshop: {
      id,
      code,
      title,
      language,
      createdAt,
      ...(place ? { place } : {}),
      ...(date ? { date } : {}),
    },
    programme,
    session: row.session,
    notes,
    people: { seats: [...people.values()].filter((seat) => seat.role === 'participant').length },
    language,
    ...(names ? { names: Object.fromEntries(known) } : {}),
    ...(ballots ? { ballots: await bareBallots(deps, session) } : {}),
  })
}

/** An ASCII name made by the server, and the real one as RFC 8187 asks. */
function disposition(plain: string, real: string): string {
  const encoded = encodeURIComponent(real.replace(/[\p{Cc}/\\]/gu, ' ')).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
